import { expect, it } from 'vitest';
import { z } from 'zod';
import { isDay } from './wall-clock';

it('takes for days what zod takes for dates', () => {
  for (const year of ['0000', '1900', '1999', '2000', '2026', '2028', '2100']) {
    for (let month = 0; month <= 13; month++) {
      for (let day = 0; day <= 32; day++) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect(isDay(text), text).toBe(z.iso.date().safeParse(text).success);
      }
    }
  }
});

it.each(['', '2026-1-1', '2026-12-24T00:00:00Z', ' 2026-12-24', '2026-12-24\n', '12026-12-24', '+02026-12-24'])(
  'takes %j for no day',
  (text) => expect(isDay(text)).toBe(false),
);
