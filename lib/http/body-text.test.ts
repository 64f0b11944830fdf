import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bodyText } from './body-text';

const JSON_TYPE = 'application/json';
const LIMIT = 1_000;
const as = (charset: string) => `${JSON_TYPE}; charset=${charset}`;
const read = (bytes: Buffer, type: string | null, encoding: string | null = null) =>
  bodyText(bytes, { type, encoding }, LIMIT);
const textOf = async (bytes: Buffer, type: string | null) => (await read(bytes, type))?.body ?? '';

it('UTF-8 is read with and without a mark before it', async () => {
  expect(await textOf(Buffer.from('{"name":"José 李"}'), JSON_TYPE)).toBe('{"name":"José 李"}');
  expect(await textOf(Buffer.from('\uFEFF{"name":"José"}'), null)).toBe('{"name":"José"}');
});

it('UTF-8 is UTF-8 whatever it is said to be', async () => {
  for (const charset of ['iso-8859-1', 'us-ascii', 'nobody-knows-it']) {
    expect(await textOf(Buffer.from('"Zoë"'), as(charset)), charset).toBe('"Zoë"');
  }
});

it('other letters are read where they are named', async () => {
  expect(await textOf(Buffer.from('"José"', 'latin1'), as('"ISO-8859-1"'))).toBe('"José"');
  expect(await textOf(Buffer.from('\uFEFF"Zoë"', 'utf16le'), as('utf-16le'))).toBe('"Zoë"');
});

it('a byte that is no letter costs the letters around it nothing', async () => {
  const bytes = Buffer.concat([Buffer.from('["Zoë","'), Buffer.from([0xc3]), Buffer.from('","Jürgen"]')]);
  for (const type of [null, JSON_TYPE, as('utf8'), as('utf-8'), as('utf-16'), as('nobody-knows-it')]) {
    expect(JSON.parse(await textOf(bytes, type)), String(type)).toEqual(['Zoë', '\uFFFD', 'Jürgen']);
  }
});

it('UTF-16 is read where it is named, also when all letters are plain ones, and by whichever byte comes first', async () => {
  const little = Buffer.from('{"a":1}', 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const bytes of [little, big]) expect(await textOf(bytes, as('UTF-16'))).toBe('{"a":1}');
  expect(await textOf(Buffer.from('\uFEFF{"a":"ö"}', 'utf16le').swap16(), as('utf-16'))).toBe('{"a":"ö"}');
  expect(await textOf(Buffer.from('{"a":1}'), as('utf-16'))).toBe('{"a":1}');
});

it('what is compressed is read, up to the limit', async () => {
  const [text, bomb] = [Buffer.from('{"name":"José"}'), Buffer.alloc(LIMIT + 1, ' ')];
  const ways = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };
  for (const [encoding, compress] of Object.entries(ways)) {
    expect(await read(compress(text), JSON_TYPE, encoding), encoding).toEqual({ body: '{"name":"José"}' });
    expect(await read(compress(bomb), JSON_TYPE, encoding), encoding).toBeNull();
  }
  expect(await read(text, JSON_TYPE, 'gzip'), 'not compressed at all').toEqual({ body: '{"name":"José"}' });
});

it('what is no text comes with what it was', async () => {
  const bytes = Buffer.from([0x1f, 0x8b, 0xff, 0xfe]);
  for (const encoding of [null, 'gzip', 'zstd'])
    expect(await read(bytes, JSON_TYPE, encoding)).toMatchObject({ original: bytes.toString('base64') });
});
