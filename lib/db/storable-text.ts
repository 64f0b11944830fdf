/** The text with what Postgres cannot hold turned into U+FFFD. */
export function storableText(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, '\uFFFD');
}

/** Whether Postgres can hold all of the text. */
export function isStorable(text: string): boolean {
  return storableText(text) === text;
}
