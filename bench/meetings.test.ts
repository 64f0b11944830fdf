import { expect, it } from 'vitest';
import { isWellFormed } from '@/lib/meetings/alias';
import { ALIAS_PREFIX, meetingAt, numberAt } from './meetings';

it('every alias has the form that we give out, so that each is looked up', () => {
  for (let number = 0; number < 1_000; number++) {
    expect(isWellFormed(meetingAt(number).alias, ALIAS_PREFIX)).toBe(true);
  }
});

it.each([10_000, 50_000, 1_000_000])(
  'each of %i meetings is asked for once before any is asked for again',
  (meetings) => {
    const seen = new Uint8Array(meetings);
    for (let place = 0; place < meetings; place++) seen[numberAt(place, meetings)]! += 1;
    expect(seen.every((times) => times === 1)).toBe(true);
  },
);

it('neighbours in the order are far apart in the table', () => {
  expect(Math.abs(numberAt(1, 1_000_000) - numberAt(0, 1_000_000))).toBeGreaterThan(10_000);
});
