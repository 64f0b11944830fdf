import { expect, it } from 'vitest';
import { cursorOf } from './cursor';
import { ParticipantQuery } from './history-query';

const placeOf = (...keys: string[]) => ({ before: cursorOf({ at: null, keys }) });

it('goes on at the place of any participant', () => {
  expect(ParticipantQuery.safeParse(placeOf('Zoë’s call', 'conversation')).success).toBe(true);
});

it.each([
  ['Call\0', 'conversation'],
  ['Call', '\0'],
])('refuses a place that no database of ours could hold: %j, %j', (...keys) => {
  expect(ParticipantQuery.safeParse(placeOf(...keys)).success).toBe(false);
});
