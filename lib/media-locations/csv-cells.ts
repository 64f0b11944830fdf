// How values stand in a cell of the file. Pure; reading undoes exactly what writing did.

/**
 * A spreadsheet takes a cell that begins like this for a formula, and runs it. The last four are the wide forms that East
 * Asian keyboards give.
 */
const FORMULA = '[=+\\-@＝＋－＠]';
// After a semicolon too: where the decimal sign is a comma, spreadsheets begin a new cell there, even inside quotes.
const BEFORE_FORMULA = new RegExp(`(^|;)([\\s']*)(?=${FORMULA})`, 'g');
const GUARDED_FORMULA = new RegExp(`(^|;)'([\\s']*)(?=${FORMULA})`, 'g');

/** Puts an apostrophe where a formula could begin; to a spreadsheet it means text. */
export function guardCell(text: string): string {
  return text.replace(BEFORE_FORMULA, "$1'$2");
}

export function unguardCell(text: string): string {
  return text.replace(GUARDED_FORMULA, '$1$2');
}

/** Names with a bar between them; a bar or backslash in a name has a backslash before it. */
export function joinNames(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\|]/g, '\\$&')).join('|');
}

/** A backslash before anything else stands for itself, as in `HQ\Oslo` that somebody typed. */
export function splitNames(text: string): string[] {
  if (text.trim() === '') return [];
  const names = [''];
  for (const [part] of text.matchAll(/\\[\\|]|[^]/g)) {
    if (part === '|') names.push('');
    else names[names.length - 1] += part.length === 2 ? part[1]! : part;
  }
  return names;
}
