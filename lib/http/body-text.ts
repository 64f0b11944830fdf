import { isUtf8 } from 'node:buffer';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

/** A body as text. */
export interface BodyText {
  body: string;
  /** As it came, in base64, where some of it is no text: then `body` is not all that was sent. */
  original?: string;
}

/** What the headers of a request say of its body. */
export interface BodyHeaders {
  type: string | null;
  encoding: string | null;
}

/**
 * A body as text. It is UTF-8, as JSON has to be (RFC 8259 §8.1), whatever its type says; where its bytes are not, the letters
 * that the type names are tried. Else a byte that is no letter becomes U+FFFD, and all others are what they are: one in a
 * bulk's event must not cost the others their names. Null when it is compressed, and more than `limit` when it is not.
 */
export async function bodyText(bytes: Buffer, headers: BodyHeaders, limit: number): Promise<BodyText | null> {
  const plain = await uncompressed(bytes, headers.encoding, limit);
  if (!plain) return null;
  const decoder = namedDecoder(plain, headers.type);
  const text = decoder ? decoder.decode(plain) : plain.toString('utf8');
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  return decoder || isUtf8(plain) ? { body } : { body, original: bytes.toString('base64') };
}

const BYTE_ORDER_MARK = '\uFEFF';

const DECOMPRESS = new Map([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);

/** What is not compressed as it says stays as it came. Null when it is too much. */
async function uncompressed(bytes: Buffer, encoding: string | null, limit: number): Promise<Buffer | null> {
  const decompress = DECOMPRESS.get(encoding?.trim().toLowerCase() ?? '');
  if (!decompress) return bytes;
  try {
    return await decompress(bytes, { maxOutputLength: limit });
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? null : bytes;
  }
}

function namedDecoder(bytes: Buffer, contentType: string | null): TextDecoder | null {
  const name = /;\s*charset="?([^";\s]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase();
  if (!name) return null;
  // Plain letters in UTF-16 are UTF-8 as well: each with a NUL beside it, which JSON never has.
  const isUtf16 = /^utf-?16/.test(name);
  if (isUtf16 ? !bytes.includes(0) : isUtf8(bytes)) return null;
  try {
    if (!isUtf16 || name.endsWith('le') || name.endsWith('be')) return new TextDecoder(name);
    // Which byte comes first its mark says, or the NUL in its first letter.
    return new TextDecoder(bytes[0] === 0xfe || bytes[0] === 0 ? 'utf-16be' : 'utf-16le');
  } catch {
    // Letters that nobody knows.
    return null;
  }
}
