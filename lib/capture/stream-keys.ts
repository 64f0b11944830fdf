/** What stands in place of a secret. */
export const MASK = '••••';

/**
 * rtmp, rtmps and their relatives; one slash is enough, because proxies fold two into one. The longest real one has five
 * letters; without a bound, a text of nothing but `rtmprtmp…` would be read to its end from each of them.
 */
const STREAM_SCHEME = /rtmp[a-z]{0,16}:\//i;
const EACH_STREAM = /(?=rtmp[a-z]{0,16}:\/)/i;
const WHOLE_SCHEME = /^rtmp[a-z]{0,16}:\/+/i;

/** Whether a text holds the address of a stream. */
export function hasStreamAddress(text: string): boolean {
  return text.includes(':/') && STREAM_SCHEME.test(text);
}

/**
 * A text whose stream addresses keep only what leads to the key. Whoever has the key can broadcast as the company, and it
 * is the last part of the path, or in the query, or in the user information. What follows the address is dropped: a key
 * may hold a space, and nothing tells where it ends. Takes time in proportion to the text's length, whatever is in it.
 */
export function maskStreamKeys(text: string): string {
  if (!hasStreamAddress(text)) return text;
  return text.split(EACH_STREAM).map(maskAddress).join('');
}

/** A part begins with its address; one without is what stands before the first. */
function maskAddress(part: string): string {
  const [scheme] = WHOLE_SCHEME.exec(part) ?? [];
  if (scheme === undefined) return part;
  const rest = part.slice(scheme.length);
  const [address = ''] = /^[^\s?#"'<>]*/.exec(rest) ?? [];
  const segments = withoutClosingSlashes(address).split('/');
  const [host = ''] = segments;
  const shownHost = host.includes('@') ? `${MASK}${host.slice(host.lastIndexOf('@'))}` : host;
  if (segments.length < 2) return `${scheme}${shownHost}${rest === address ? '' : MASK}`;
  return `${scheme}${[shownHost, ...segments.slice(1, -1), MASK].join('/')}`;
}

/** Not by an expression: one for slashes at the end begins anew at every slash before it. */
function withoutClosingSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') end -= 1;
  return text.slice(0, end);
}
