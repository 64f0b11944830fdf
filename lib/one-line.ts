/**
 * What a line of text may be made of that we put into an answer to Infinity, a roster or a SIP header: no control characters
 * (tab and line break among them), nothing that is half a character, and none of the marks that turn the direction of
 * everything behind them. One such character voids a whole policy answer without a word (policy-api.md §1).
 */
export const ONE_LINE = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u;

export const NOT_ONE_LINE = 'must not contain control characters';

/** The same for what is stored already: without what it must not contain. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu, '');
}
