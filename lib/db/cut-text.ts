/** The first `length` characters, never half of a pair: Postgres and JSON readers refuse a surrogate that stands alone. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const isSplit = text.charCodeAt(length - 1) >= 0xd800 && text.charCodeAt(length - 1) <= 0xdbff;
  return text.slice(0, isSplit ? length - 1 : length);
}
