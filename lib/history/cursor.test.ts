import { expect, it } from 'vitest';
import { z } from 'zod';
import { cursorOf, cursorWith } from './cursor';

const Cursor = cursorWith([z.string().max(20), z.uuid()]);
const id = '00000000-1111-4222-8333-444444444444';

it('reads what it wrote, whatever the keys hold', () => {
  for (const at of [new Date('2026-11-21T12:00:00.123Z'), null])
    for (const key of ['', 'a_b/c"d', 'Ærøskøbing ☎'])
      expect(Cursor.parse(cursorOf({ at, keys: [key, id] }))).toEqual({ at, keys: [key, id] });
});

it('refuses what it did not write', () => {
  const at = new Date('2026-11-21T12:00:00.000Z');
  const foreign = [[at], [at, 'a'], [at, 'a', 'no uuid'], [at, 'a', id, 'more'], [at, 'x'.repeat(21), id]];
  const texts = [
    ...foreign.map((content) => Buffer.from(JSON.stringify(content)).toString('base64url')),
    ...['', 'e30', 'bnVsbA', '%%%', cursorOf({ at: null, keys: [] }), 'x'.repeat(3_000)],
    Buffer.from(JSON.stringify(['2026-99-99T12:00:00.000Z', 'a', id])).toString('base64url'),
  ];
  for (const text of texts) expect(Cursor.safeParse(text).success, text).toBe(false);
});
