/** What some writers of JSON make of a number that is none. */
const ODD_NUMBER = /-?\bInfinity\b|\bNaN\b/g;

/**
 * JSON as `JSON.parse` reads it, and where it refuses, once more with `NaN` and `Infinity` as null: one such figure must not
 * cost all the events it was delivered with.
 *
 * @throws SyntaxError
 */
export function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (text.search(ODD_NUMBER) === -1) throw error;
    return JSON.parse(withoutOddNumbers(text));
  }
}

/** By hand, since an expression for texts with escapes would run out of stack on a long one. */
function withoutOddNumbers(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let open = text.indexOf('"'); open !== -1; open = text.indexOf('"', from)) {
    const end = endOfText(text, open);
    parts.push(text.slice(from, open).replace(ODD_NUMBER, 'null'), text.slice(open, end));
    from = end;
  }
  return [...parts, text.slice(from).replace(ODD_NUMBER, 'null')].join('');
}

/** Behind the quote that closes what this one opens; the very end where none does. */
function endOfText(text: string, open: number): number {
  for (let close = text.indexOf('"', open + 1); close !== -1; close = text.indexOf('"', close + 1)) {
    let escapes = 0;
    while (text[close - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return close + 1;
  }
  return text.length;
}
