import { expect, test } from 'vitest';
import type { LegRow } from './leg';
import { returnedAt } from './returned-at';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));
const leg = (id: string, joined: number | null, left: number | null, more: Partial<LegRow> = {}) =>
  ({
    ...{ id, serviceName: 'Room', mainName: 'Room', protocol: 'SIP', hasMedia: true, endKnownBy: left && 'reported' },
    ...{ connectedAt: at(joined ?? 0), joinedAt: joined === null ? null : at(joined), heardAt: at(joined ?? 0) },
    disconnectedAt: left === null ? null : at(left),
    ...more,
  }) as LegRow;

test('who had left came back with the next leg that was inside, the last time', () => {
  expect(returnedAt([leg('b', 12, null), leg('a', 1, 9)])).toEqual(at(12));
  expect(returnedAt([leg('a', 1, 9), leg('b', 12, 20), leg('c', 25, null)])).toEqual(at(25));
});

test('who was there all the while did not come back', () => {
  expect(returnedAt([leg('a', 1, 9), leg('b', 8, null)])).toBeNull();
  expect(returnedAt([leg('a', 1, null), leg('b', 12, 20)])).toBeNull();
});

test('who only waits again is not back yet', () => {
  expect(returnedAt([leg('a', 1, 9), leg('b', null, null)])).toBeNull();
});
