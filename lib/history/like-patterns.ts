// What a text looks like wherever it stands in another one in whatever case, as patterns for `like` in which only A to Z are
// without their case (text-search-store.ts). They may fit more: what is certain costs many times as much to find out. Pure.

/** Every letter of two cases doubles them. */
const MOST_PATTERNS = 8;
/** By three of these in a row an index finds it: then other letters may be anything. */
const FOR_INDEX = /[a-z0-9]{3}/i;

/** At least one of these fits whatever has the text in it. */
export function likePatterns(text: string): string[] {
  const most = FOR_INDEX.test(text) ? 1 : MOST_PATTERNS;
  let patterns = [''];
  for (const letter of text) {
    const forms = formsOf(letter);
    // A short text has all of them in; of a long one the first tell enough.
    const taken = patterns.length * forms.length > most ? ['%'] : forms;
    patterns = patterns.flatMap((before) => taken.map((form) => before + form));
  }
  return patterns.map((pattern) => `%${pattern}%`.replace(/(?<!\\)%%+/g, '%'));
}

function formsOf(letter: string): string[] {
  if (/[\\%_]/.test(letter)) return [`\\${letter}`];
  if (letter <= '\x7f') return [letter.toLowerCase()];
  if (SIGMAS.includes(letter)) return SIGMAS;
  const lower = letter.toLowerCase();
  // Hardly any become two, or one of A to Z; and what they become may be made from others.
  if ([...lower].length > 1 || lower <= '\x7f' || lower === DOT_OF_I) return ['%'];
  return [lower, ...(othersOf().get(lower) ?? [])];
}

/** How it is written in small depends on what follows. */
const SIGMAS = ['σ', 'ς', 'Σ'];
const DOT_OF_I = '\u0307';

/** No letter behind has two cases. */
const LAST_CASED = 0x1ffff;
let others: Map<string, string[]> | undefined;

/** Beside each small letter those that are written like it when they are made small: a large one, seldom two. */
function othersOf(): ReadonlyMap<string, string[]> {
  if (others) return others;
  others = new Map();
  for (let code = 0x80; code <= LAST_CASED; code += 1) {
    const letter = String.fromCodePoint(code);
    const lower = letter.toLowerCase();
    if (lower !== letter) others.set(lower, [...(others.get(lower) ?? []), letter]);
  }
  return others;
}
