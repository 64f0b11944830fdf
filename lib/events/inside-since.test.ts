import { expect, test } from 'vitest';
import { sampleEvent } from '@/lib/testing/sample-events';
import { storedOnce } from '@/lib/testing/stored-once';
import { foldAll } from './fold';
import { NOTHING_ENDED } from './leg-end';
import { legRow } from './leg-row';
import { stayRows } from './leg-stays';
import { legFold } from './project-leg';

const START = 1_760_000_000;
const connected = (time: number, data: object = {}) => event('participant_connected', time, data);
const updated = (time: number, data: object) => event('participant_updated', time, data);
const disconnected = (time: number, data: object = {}) => event('participant_disconnected', time, data);
function event(name: string, time: number, data: object) {
  return sampleEvent(name, { uuid: 'leg-1', conference: 'Room', ...data }, { time: START + time });
}

/** Seconds after the start at which the leg was first inside as a host, in each of its stays. */
function hostJoined(...events: ReturnType<typeof event>[]): (number | null)[] {
  const { state } = foldAll(legFold, storedOnce(events))!;
  const row = legRow('leg-1', state, NOTHING_ENDED);
  return [...stayRows('leg-1', state), row!].map(({ hostJoinedAt: at }) => at && at.getTime() / 1000 - START);
}

const inside = { service_type: 'conference' };
const outside = { service_type: 'waiting_room' };
const host = { role: 'chair' };
const guest = { role: 'guest' };

test('a host is one inside when let in', () => {
  expect(hostJoined(connected(0, { ...host, ...outside }))).toEqual([null]);
  expect(hostJoined(connected(0, { ...host, ...outside }), updated(5, inside))).toEqual([5]);
  expect(hostJoined(connected(0, host))).toEqual([0]);
});

test('a guest who is made a host is one from then on', () => {
  expect(hostJoined(connected(0, { ...guest, ...inside }), updated(5, host))).toEqual([5]);
  expect(hostJoined(connected(0, { ...guest, ...outside }), updated(5, host), updated(7, inside))).toEqual([7]);
  expect(hostJoined(connected(0, guest), updated(5, host))).toEqual([5]);
});

test('a host who is made a guest was one nevertheless', () => {
  expect(hostJoined(connected(0, { ...host, ...inside }), updated(5, guest))).toEqual([0]);
  expect(hostJoined(connected(0, { ...host, ...inside }), updated(5, guest), updated(9, host))).toEqual([0]);
});

test('who is made a guest before coming in was never a host inside', () => {
  const demoted = [connected(0, { ...host, ...outside }), updated(5, guest)];
  expect(hostJoined(...demoted, updated(7, inside))).toEqual([null]);
  expect(hostJoined(connected(0, { ...host, ...outside }), updated(7, { ...guest, ...inside }))).toEqual([null]);
  expect(hostJoined(...demoted, updated(7, inside), updated(9, host))).toEqual([9]);
});

test('whose role is told late was that all along', () => {
  expect(hostJoined(connected(0, { ...inside, role: 'unknown' }), updated(5, host))).toEqual([0]);
  expect(hostJoined(connected(0, inside), disconnected(9, host))).toEqual([0]);
});

test('who only the end tells to be a host was one by then at the latest', () => {
  const late = updated(20, host);
  expect(hostJoined(connected(0, { ...guest, ...inside }), disconnected(9, host))).toEqual([9]);
  expect(hostJoined(connected(0, { ...guest, ...inside }), disconnected(9), late)).toEqual([9]);
});

test('each stay has its own', () => {
  const first = [connected(0, { ...guest, ...inside }), updated(3, host), disconnected(9)];
  expect(hostJoined(...first, connected(12, { ...host, ...inside }))).toEqual([3, 12]);
  expect(hostJoined(...first, connected(12, { ...guest, ...inside }))).toEqual([3, null]);
  const moved = updated(20, { conference: 'Other' });
  expect(hostJoined(connected(0, { ...host, ...inside }), moved)).toEqual([0, 20]);
});
