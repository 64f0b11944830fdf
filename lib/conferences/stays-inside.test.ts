import { expect, test } from 'vitest';
import type { LegRow } from './leg';
import { awayBetween, staysInside } from './stays-inside';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));
const leg = (id: string, joined: number | null, left: number | null, more: Partial<LegRow> = {}) =>
  ({
    ...{ id, serviceName: 'Room', mainName: 'Room', protocol: 'SIP', hasMedia: true, endKnownBy: left && 'reported' },
    ...{ joinedAt: joined === null ? null : at(joined), disconnectedAt: left === null ? null : at(left) },
    ...more,
  }) as LegRow;
const control = { protocol: 'API', hasMedia: false } as const;
const stays = (legs: LegRow[], leftAt: number | null) =>
  staysInside(legs, leftAt === null ? null : at(leftAt)).map(({ from, until }) => [
    from.getUTCMinutes(),
    until && until.getUTCMinutes(),
  ]);

test('whoever leaves and comes back was inside twice', () => {
  expect(stays([leg('b', 30, 40), leg('a', 1, 9)], 40)).toEqual([
    [1, 9],
    [30, 40],
  ]);
  expect(stays([leg('a', 1, 9), leg('b', 30, null)], null)).toEqual([
    [1, 9],
    [30, null],
  ]);
});

test('while any leg is inside, so is the person', () => {
  expect(stays([leg('a', 1, 9), leg('b', 9, 20), leg('c', 12, 15), leg('d', 18, 40)], 40)).toEqual([[1, 40]]);
  expect(stays([leg('a', 1, null), leg('b', 5, 20), leg('c', 30, 40)], null)).toEqual([[1, null]]);
  expect(stays([leg('a', null, 40)], 40)).toEqual([]);
});

test('a host’s shadow, and a control leg whose end was only inferred, are nowhere', () => {
  const shadow = leg('shadow', 5, 40, { ...control, serviceName: 'Room_breakout_1' });
  expect(stays([leg('a', 1, 9), shadow, leg('b', 30, 40)], 40)).toHaveLength(2);
  const lost = leg('control', 1, 50, { ...control, endKnownBy: 'conference_ended' });
  expect(stays([leg('a', 1, 9), lost, leg('b', 30, 40)], 40)).toHaveLength(2);
});

test('who is heard of after an end that was only inferred was there all the while', () => {
  const restarted = leg('a', 1, 9, { endKnownBy: 'node_restarted' });
  expect(stays([restarted, leg('b', 20, 25), leg('c', 30, 40)], 40)).toEqual([
    [1, 25],
    [30, 40],
  ]);
});

test('nobody is inside after they left, as far as is known', () => {
  expect(stays([leg('a', 1, 50)], 40)).toEqual([[1, 40]]);
});

test('away is what lies between', () => {
  const between = (...times: number[][]) =>
    awayBetween(times.map(([from, until]) => ({ from: at(from!), until: at(until!) })));
  expect(between([1, 9], [30, 40], [41, 42])).toBe(22 * 60_000);
  expect(between([1, 9])).toBe(0);
  expect(between()).toBe(0);
  expect(between([0, 1], [60 * 24 * 40, 60 * 24 * 41])).toBe(2 ** 31 - 1);
});
