import { expect, test } from 'vitest';
import type { LegRow } from './leg';
import type { Person } from './person';
import { awayBetween, brokenStays, isInsideAt, returnedAt, staysInside } from './stays-inside';

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

test('who comes back and only waits is not inside, there or gone again', () => {
  expect(stays([leg('a', 1, 9), leg('b', null, 40)], 40)).toEqual([[1, 9]]);
  expect(stays([leg('a', 1, 9), leg('b', null, null)], null)).toEqual([[1, 9]]);
  const lost = leg('a', 1, 9, { endKnownBy: 'node_restarted' });
  expect(stays([lost, leg('b', null, 40)], 40)).toEqual([[1, 40]]);
});

test('an end that history told is known as well as a reported one', () => {
  const past = leg('a', 1, 9, { endKnownBy: 'not_listed', disconnectReason: 'Call disconnected' });
  expect(stays([past, leg('b', 30, 40)], 40)).toHaveLength(2);
  expect(stays([{ ...past, disconnectReason: null }, leg('b', 30, 40)], 40)).toEqual([[1, 40]]);
});

test('who was away came back with the last stay, and nobody else did', () => {
  const back = (...legs: LegRow[]) => returnedAt(staysInside(legs, null));
  expect(back(leg('b', 12, null), leg('a', 1, 9))).toEqual(at(12));
  expect(back(leg('a', 1, 9), leg('b', 12, 20), leg('c', 25, null))).toEqual(at(25));
  expect(back(leg('a', 1, 9), leg('b', 8, null))).toBeNull();
  expect(back(leg('a', 1, null), leg('b', 12, 20))).toBeNull();
  expect(back(leg('a', 1, 9), leg('b', null, null))).toBeNull();
  expect(back(leg('a', 1, 9, { endKnownBy: 'node_restarted' }), leg('b', 12, null))).toBeNull();
  expect(back()).toBeNull();
});

test('inside at a moment is who was so before it and after it', () => {
  const known = staysInside([leg('a', 1, 9), leg('b', 12, null)], null);
  expect([0, 1, 8, 9, 11, 12, 99].map((minute) => isInsideAt(known, at(minute)))).toEqual([
    ...[false, true, true, false, false, true, true],
  ]);
});

test('of those who were away, or are there and wait again, the stays are told', () => {
  const person = (conversationId: string, more: Partial<Person>) =>
    ({ conversationId, awayMs: 0, joinedAt: at(1), leftAt: null, isWaiting: false, ...more }) as Person;
  const of = (conversationId: string, ...legs: LegRow[]) =>
    legs.map((one) => ({ ...one, conversationId, relatedIds: [] }));
  const people = [
    person('away', { awayMs: 1, leftAt: at(40) }),
    person('waits', { isWaiting: true }),
    person('new', { isWaiting: true, joinedAt: null }),
    person('in', {}),
  ];
  const legs = [
    ...of('away', leg('a', 1, 9), leg('b', null, 40)),
    ...of('waits', leg('c', 2, 8), leg('d', null, null)),
    ...of('in', leg('e', 1, null)),
  ];
  expect(brokenStays(people, legs)).toEqual(
    new Map([
      ['away', [{ from: at(1), until: at(9) }]],
      ['waits', [{ from: at(2), until: at(8) }]],
    ]),
  );
});

test('away is what lies between, and behind', () => {
  const between = (leftAt: number | null, ...times: number[][]) =>
    awayBetween(
      times.map(([from, until]) => ({ from: at(from!), until: at(until!) })),
      leftAt === null ? null : at(leftAt),
    );
  expect(between(42, [1, 9], [30, 40], [41, 42])).toBe(22 * 60_000);
  expect(between(40, [1, 9])).toBe(31 * 60_000);
  expect(between(null, [1, 9])).toBe(0);
  expect(between(40)).toBe(0);
  expect(between(null, [0, 1], [60 * 24 * 40, 60 * 24 * 41])).toBe(2 ** 31 - 1);
});
