import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bodyText } from './body-text';

const LIMIT = 1_000;
const plain = { contentType: 'application/json', contentEncoding: null };

it('UTF-8 is read with and without a mark before it', async () => {
  expect(await bodyText(Buffer.from('{"name":"José 李"}'), plain, LIMIT)).toBe('{"name":"José 李"}');
  expect(await bodyText(Buffer.from('\uFEFF{"name":"José"}'), plain, LIMIT)).toBe('{"name":"José"}');
});

it('other letters are read where they are named, and byte for byte where they are not', async () => {
  const as = (charset: string) => ({ ...plain, contentType: `application/json; charset=${charset}` });
  expect(await bodyText(Buffer.from('"José"', 'utf16le'), as('utf-16le'), LIMIT)).toBe('"José"');
  expect(await bodyText(Buffer.from('"José"', 'latin1'), as('"ISO-8859-1"'), LIMIT)).toBe('"José"');
  expect(await bodyText(Buffer.from('"José"', 'latin1'), plain, LIMIT)).toBe('"José"');
  expect(await bodyText(Buffer.from('"José"'), as('nobody-knows-it'), LIMIT)).toBe('"José"');
});

it.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
])('a body packed by %s is unpacked', async (contentEncoding, pack) => {
  expect(await bodyText(pack('{"name":"José"}'), { ...plain, contentEncoding }, LIMIT)).toBe('{"name":"José"}');
});

it('what cannot be unpacked, or would be too large, is kept as it came', async () => {
  const packed = { ...plain, contentEncoding: 'gzip' };
  const bomb = gzipSync('0'.repeat(LIMIT + 1));
  const kept = await bodyText(bomb, packed, LIMIT);
  expect(kept.length).toBe(bomb.length);
  expect(await bodyText(Buffer.from('not packed'), packed, LIMIT)).toBe('not packed');
});
