import { isUtf8 } from 'node:buffer';

/**
 * A body as text. It is UTF-8, as JSON has to be (RFC 8259 §8.1), whatever its type says; where its bytes are not, the letters
 * that the type names are tried. Else a byte that is no letter becomes U+FFFD, and all others are what they are: one in a
 * bulk's event must not cost the others their names.
 */
export function bodyText(bytes: Buffer, contentType: string | null): string {
  const decoder = isUtf8(bytes) ? null : namedDecoder(contentType);
  const text = decoder ? decoder.decode(bytes) : bytes.toString('utf8');
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

const BYTE_ORDER_MARK = '\uFEFF';

function namedDecoder(contentType: string | null): TextDecoder | null {
  const name = /;\s*charset="?([^";\s]+)/i.exec(contentType ?? '')?.[1];
  try {
    return name ? new TextDecoder(name) : null;
  } catch {
    // Letters that nobody knows.
    return null;
  }
}
