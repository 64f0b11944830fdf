import { expect, it } from 'vitest';
import { cursorOf } from './cursor';
import { DaysQuery, MeetingQuery, ParticipantQuery } from './history-query';

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

it('refuses days of years that nobody means, at either end, and takes all others', () => {
  for (const query of [MeetingQuery, ParticipantQuery, DaysQuery]) {
    for (const date of ['0000-01-01', '0002-11-21', '0099-12-31', '1899-12-31', '3000-01-01', '9999-12-31']) {
      expect(query.safeParse({ from: date }).success, `from ${date}`).toBe(false);
      expect(query.safeParse({ to: date }).success, `to ${date}`).toBe(false);
    }
    for (const date of ['1900-01-01', '2026-11-21', '2999-12-31']) {
      expect(query.safeParse({ from: date }).success, `from ${date}`).toBe(true);
      expect(query.safeParse({ to: date }).success, `to ${date}`).toBe(true);
    }
  }
});
