/** The first value of a key, decoded; empty when there is none. */
export type QueryReader = (key: string) => string;

const needles = new Map<string, string>();

/**
 * Reads single values out of a query string, as URLSearchParams would; where a key comes more than once, one that is written
 * plainly goes before one that is itself encoded. A policy request has some twenty-five parameters of which a third is
 * looked at, and taking all of them apart cost several times as much as anything else in an answer.
 */
export function queryReader(query: string): QueryReader {
  const text = `&${query}`;
  let escaped: URLSearchParams | null | undefined;
  return (key) => {
    const needle = needles.get(key) ?? newNeedle(key);
    const start = text.indexOf(needle);
    if (start < 0) {
      if (escaped === undefined) escaped = hasEscapedKey(text) ? new URLSearchParams(query) : null;
      return escaped?.get(key) ?? '';
    }
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

/** Ours are letters and underscores, which hardly anybody encodes: only then all is taken apart. */
function hasEscapedKey(text: string): boolean {
  let at = text.indexOf('%');
  while (at >= 0) {
    if (text.lastIndexOf('&', at) > text.lastIndexOf('=', at)) return true;
    // What else is encoded in this value says nothing of keys.
    const next = text.indexOf('&', at);
    at = next < 0 ? -1 : text.indexOf('%', next);
  }
  return false;
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
