import { expect, test } from 'vitest';
import type { EndKnownBy, LegRow } from '@/lib/conferences/leg';
import { isMatch, legsTouched } from './touched-rows';

const leg = (id: string, node: string, endKnownBy: EndKnownBy | null, serviceName = 'Room') =>
  ({ id, node, endKnownBy, serviceName, mainName: 'Room' }) as LegRow;
const touched = (legs: LegRow[], ...how: Parameters<typeof legsTouched>) =>
  legs.filter((each) => legsTouched(...how).some((match) => isMatch(each, match))).map(({ id }) => id);

const LEGS = [
  leg('there', 'n1', null),
  leg('restarted', 'n1', 'node_restarted'),
  leg('reported', 'n1', 'reported'),
  leg('elsewhere', 'n2', null),
  leg('in a room', 'n2', 'not_listed', 'Room_breakout'),
];

test('legs are looked at again where a start may have ended them or a conference ended, unless their own end was reported', () => {
  expect(touched(LEGS, { node: 'n1', mainNames: ['Room'] }, [], [])).toEqual(['there', 'restarted']);
  expect(touched(LEGS, { node: 'n1', mainNames: ['Other'] }, [], [])).toEqual([]);
  const room = { serviceName: 'Room_breakout', mainName: 'Room', node: 'n2' };
  expect(touched(LEGS, null, [room], [])).toEqual(['in a room']);
});

test('of legs with media, those that seemed gone with a sink’s start', () => {
  expect(touched(LEGS, null, [], LEGS)).toEqual(['restarted']);
  expect(legsTouched(null, [], LEGS.slice(0, 1))).toEqual([]);
});
