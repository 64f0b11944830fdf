const LETTER = '[\\p{L}\\p{M}\\p{N}]';
const IS_LETTER = new RegExp(LETTER, 'u');

/** Scripts that put nothing between one word and the next. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Whether a text is one of these names, or has one in it as whole words, in whatever case: "Call from Eve" names Eve, "event"
 * and "every" do not.
 */
export function namesAnyOf(names: readonly string[]): (text: string) => boolean {
  const sought = names.filter((name) => name.trim() !== '');
  if (sought.length === 0) return () => false;
  const whole = new Set(sought.map(comparable));
  // One without a letter or digit, a dot perhaps, stands in texts of all kinds.
  const words = sought.filter((name) => IS_LETTER.test(name)).map(asWords);
  const pattern = words.length > 0 ? new RegExp(words.join('|'), 'iu') : null;
  return (text) => whole.has(comparable(text)) || pattern?.test(text) === true;
}

const comparable = (text: string) => text.trim().toLowerCase();

function asWords(name: string): string {
  const letters = [...name.trim()];
  const isWordsEnd = (letter = '') => IS_LETTER.test(letter) && !UNSPACED.test(letter);
  const before = isWordsEnd(letters[0]) ? `(?<!${LETTER})` : '';
  const after = isWordsEnd(letters.at(-1)) ? `(?!${LETTER})` : '';
  return before + letters.join('').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') + after;
}
