import { isUtf8 } from 'node:buffer';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { NowOrLater } from '@/lib/now-or-later';

/** What a request says of its body (RFC 9110 §8.3 and §8.4); null where it says nothing. */
export interface BodyHeaders {
  contentType: string | null;
  contentEncoding: string | null;
}

const UNPACK = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/**
 * A body as text. No node was seen packing one or writing it in anything but UTF-8; but an event is taken once, so what a proxy
 * or another release makes of it is read too, and what cannot be read is kept such that each byte can be told again.
 *
 * @param limit bytes that a packed body may unpack to: one that would be larger is kept as it came
 */
export function bodyText(
  bytes: Buffer,
  { contentType, contentEncoding }: BodyHeaders,
  limit: number,
): NowOrLater<string> {
  const unpack = contentEncoding && UNPACK[contentEncoding.trim().toLowerCase() as keyof typeof UNPACK];
  if (!unpack) return spelled(bytes, contentType);
  return unpack(bytes, { maxOutputLength: limit }).then(
    (unpacked) => spelled(unpacked, contentType),
    () => byteForByte.decode(bytes),
  );
}

/** In the letters that it names, else UTF-8; bytes that are none are a letter each. A mark of the byte order is no text. */
function spelled(bytes: Buffer, contentType: string | null): string {
  const named = contentType && /;\s*charset="?([^";\s]+)/i.exec(contentType)?.[1]?.toLowerCase();
  const decoder = named && named !== 'utf-8' && decoderOf(named);
  if (decoder) return decoder.decode(bytes);
  if (!isUtf8(bytes)) return byteForByte.decode(bytes);
  const text = bytes.toString('utf8');
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

const BYTE_ORDER_MARK = '\uFEFF';
const byteForByte = new TextDecoder('windows-1252');

function decoderOf(name: string): TextDecoder | null {
  try {
    return new TextDecoder(name);
  } catch {
    return null;
  }
}
