/** The first value of a key, decoded; empty when there is none. */
export type QueryReader = (key: string) => string;

const needles = new Map<string, string>();

/**
 * Reads single values out of a query string, as URLSearchParams would, but for keys that are themselves encoded: ours are
 * letters and underscores, which nobody encodes. A policy request has some twenty-five parameters of which a third is
 * looked at, and taking all of them apart cost several times as much as anything else in an answer.
 */
export function queryReader(query: string): QueryReader {
  const text = `&${query}`;
  return (key) => {
    const needle = needles.get(key) ?? newNeedle(key);
    const start = text.indexOf(needle);
    if (start < 0) return '';
    const from = start + needle.length;
    const end = text.indexOf('&', from);
    return decoded(end < 0 ? text.slice(from) : text.slice(from, end));
  };
}

function newNeedle(key: string): string {
  const needle = `&${key}=`;
  needles.set(key, needle);
  return needle;
}

function decoded(value: string): string {
  if (!value.includes('%') && !value.includes('+')) return value;
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    // A broken escape is kept as it is written, and bytes that are no text become U+FFFD.
    return new URLSearchParams(`value=${value}`).get('value') ?? '';
  }
}
