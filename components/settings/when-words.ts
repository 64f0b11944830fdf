/** A moment in the reader's own language and time zone: "21 Nov 2026, 14:03". In the browser only, which knows both. */
export function whenWords(iso: string): string {
  return new Date(iso).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
