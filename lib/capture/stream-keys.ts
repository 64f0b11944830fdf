/** What stands in place of a secret. */
export const MASK = '••••';

/** rtmp, rtmps and their relatives; one slash is enough, because proxies fold two into one. */
const STREAM_SCHEME = /rtmp[a-z]*:\/+/i;
const EACH_STREAM = /(?=rtmp[a-z]*:\/+)/i;

/** Whether a text holds the address of a stream. */
export function hasStreamAddress(text: string): boolean {
  return STREAM_SCHEME.test(text);
}

/**
 * A text whose stream addresses keep only what leads to the key. Whoever has the key can broadcast as the company, and it
 * is the last part of the path, or in the query, or in the user information. What follows the address is dropped: a key
 * may hold a space, and nothing tells where it ends.
 */
export function maskStreamKeys(text: string): string {
  if (!hasStreamAddress(text)) return text;
  return text
    .split(EACH_STREAM)
    .map((part) => (STREAM_SCHEME.test(part) ? maskAddress(part) : part))
    .join('');
}

function maskAddress(text: string): string {
  const [scheme = ''] = STREAM_SCHEME.exec(text) ?? [];
  const start = text.indexOf(scheme);
  const before = text.slice(0, start);
  const rest = text.slice(start + scheme.length);
  const [address = ''] = /^[^\s?#"'<>]*/.exec(rest) ?? [];
  const segments = address.replace(/\/+$/, '').split('/');
  const [host = ''] = segments;
  const shownHost = host.replace(/^.*@/, `${MASK}@`);
  if (segments.length < 2) return `${before}${scheme}${shownHost}${rest === address ? '' : MASK}`;
  return `${before}${scheme}${[shownHost, ...segments.slice(1, -1), MASK].join('/')}`;
}
