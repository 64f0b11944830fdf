import { describe, expect, test } from 'vitest';
import { endedBy } from './ended-by';
import type { Person } from './person';

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 10, 20, 12, minute, second));
const SOMEBODY: Person = {
  serviceName: 'Room',
  conversationId: 'ann',
  displayName: null,
  address: null,
  protocol: null,
  role: 'guest',
  ticketId: null,
  agentId: null,
  isCounted: true,
  isWaiting: false,
  isMuted: false,
  room: null,
  arrivedAt: at(0),
  joinedAt: at(0),
  leftAt: null,
  leftReason: null,
  leftKnownBy: 'reported',
  awayMs: 0,
  quality: null,
  worstQuality: null,
  streams: null,
};

describe('a conference was ended by', () => {
  const HOST = 'Conference terminated by a Host participant';
  const by = (...people: Person[]) => endedBy(people);
  const went = (left: Date, reason: string | null, over: Partial<Person> = {}) => ({
    ...SOMEBODY,
    leftAt: left,
    leftReason: reason,
    ...over,
  });

  test.each([
    ['Conference host ended the conference with a DTMF command', 'host'],
    [HOST, 'host'],
    ['Conference terminated by an administrator', 'administrator'],
    ['Disconnected by an administrator', 'administrator'],
    ['Disconnected by another participant', 'participant'],
    ['Conference terminated by another participant', 'participant'],
    ['Timeout waiting for conference host to join or permit access to locked conference', 'everyone_left'],
    ['Call disconnected', 'everyone_left'],
    ['User initiated', 'everyone_left'],
  ])('%s: %s', (reason, ender) => {
    expect(by(went(at(30), reason))).toBe(ender);
  });

  test('a host who put everybody out and then left', () => {
    expect(by(went(at(20, 0), HOST), went(at(20, 2), 'Call disconnected'))).toBe('host');
  });

  test('nobody when one was put out and the others left by themselves', () => {
    expect(by(went(at(20, 0), 'Disconnected by another participant'), went(at(20, 2), 'Call disconnected'))).toBe(
      'everyone_left',
    );
    expect(by(went(at(10), HOST), went(at(20), 'Call disconnected'))).toBe('everyone_left');
  });

  test('nobody knows whom when the end is only inferred', () => {
    expect(by(went(at(20), null, { leftKnownBy: 'node_restarted' }))).toBe('lost');
    expect(by(went(at(20), null, { leftKnownBy: 'not_listed' }))).toBe('lost');
    expect(by(went(at(20), HOST, { leftKnownBy: 'not_listed' }))).toBe('host');
    expect(by()).toBe('lost');
  });
});
