import { describe, expect, test } from 'vitest';
import { legsStillThere } from './legs-still-there';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));
const leg = (connected: number | null, joined: number | null, over: { serviceName?: string; node?: string } = {}) => ({
  serviceName: 'Room',
  node: '192.0.2.11',
  connectedAt: connected === null ? null : at(connected),
  joinedAt: joined === null ? null : at(joined),
  ...over,
});
const end = { serviceName: 'Room', node: '192.0.2.11', endedAt: at(10) };

describe('after a node reported the end of a conference', () => {
  test.each([
    ['was in the call', leg(5, 6)],
    ['was still waiting', leg(5, null)],
  ])('whoever %s there is gone, although no disconnect came', (_name, gone) => {
    expect(legsStillThere([gone], [end])).toEqual([]);
  });

  test.each([
    ['came after it', leg(11, null)],
    ['came at the very moment', leg(10, null)],
    ['came before and was let in after it', leg(9, 11)],
    ['is on another node', leg(5, 6, { node: '192.0.2.12' })],
    ['is in another conference', leg(5, 6, { serviceName: 'Hall' })],
    ['came at a time that nobody knows', leg(null, null)],
  ])('whoever %s is there', (_name, present) => {
    expect(legsStillThere([present], [end])).toEqual([present]);
  });
});

test('a name and a node are never taken for another pair that reads alike', () => {
  const other = leg(5, 6, { serviceName: 'Room 192', node: '.0.2.11' });
  expect(legsStillThere([other], [{ ...end, serviceName: 'Room', node: ' 192.0.2.11' }])).toEqual([other]);
});
