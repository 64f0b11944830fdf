import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryReader } from './query-reader';

const KEYS = ['local_alias', 'q', 'alias', 'al'];

/** Values that go wrong: broken and doubled escapes, bytes that are no text, separators within. */
const value = fc
  .array(
    fc.oneof(
      fc.constantFrom('=', '+', '%', '%2', '%20', '%26', '%C3%B8', '%ED%A0%80', '%00', 'alias=', 'ø', '\u{1F41D}'),
      fc.string({ maxLength: 5 }).map((text) => text.replaceAll('&', '')),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const pair = fc.tuple(fc.constantFrom(...KEYS, 'other', ''), value).map(([key, text]) => `${key}=${text}`);
const query = fc.array(fc.oneof(pair, fc.constant('')), { maxLength: 12 }).map((pairs) => pairs.join('&'));

describe('a query reader', () => {
  it('reads what URLSearchParams reads', () => {
    fc.assert(
      fc.property(query, (text) => {
        const [read, all] = [queryReader(text), new URLSearchParams(text)];
        for (const key of KEYS) expect(read(key)).toBe(all.get(key) ?? '');
      }),
      { numRuns: 5_000 },
    );
  });

  it('reads keys that are encoded themselves, unless the same is there in plain', () => {
    const written = fc.constantFrom('local_alias', 'local%5Falias', '%6Cocal%5falias', 'q', '%71', 'other%', '%zz');
    const pairs = fc.array(
      fc.tuple(written, value).map(([key, text]) => `${key}=${text}`),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(pairs, (each) => {
        const text = each.join('&');
        const plain = new URLSearchParams(each.filter((one) => !one.split('=')[0]!.includes('%')).join('&'));
        for (const key of KEYS) {
          expect(queryReader(text)(key)).toBe(plain.get(key) ?? new URLSearchParams(text).get(key) ?? '');
        }
      }),
    );
    expect(queryReader('q=1&local%5Falias=meet-x')('local_alias')).toBe('meet-x');
  });

  it('is not misled by a key that ends like another, or by a value that looks like one', () => {
    const read = queryReader('local_alias=a%26alias%3Db&alias=c&q=x%20y+z&q=second');
    expect([read('local_alias'), read('alias'), read('q'), read('missing')]).toEqual(['a&alias=b', 'c', 'x y z', '']);
  });
});
