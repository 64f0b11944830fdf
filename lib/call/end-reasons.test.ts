import { describe, expect, it } from 'vitest';
import { canRejoin, isOverForGood, reasonByClock, reasonFromNode } from './end-reasons';

const LONG = 30 * 60 * 1000;

describe('why a call ended', () => {
  it.each([
    ['API initiated conference termination', 'ended-for-all'],
    ['Conference terminated by a Host participant', 'ended-for-all'],
    ['Disconnected by another participant', 'removed'],
    ['All conference hosts departed hosted conference', 'hosts-left'],
    ['Timeout waiting for conference host to join or permit access to locked conference', 'no-host-came'],
    ['Timer expired awaiting token refresh', 'connection-lost'],
    ['Media node disconnected', 'connection-lost'],
    ['  Call disconnected\n', 'connection-lost'],
    ['some text of a newer Infinity', 'other'],
    ['', 'other'],
    ['constructor', 'other'],
  ])('%s → %s', (text, reason) => {
    expect(reasonFromNode(text, null, LONG)).toBe(reason);
  });

  it.each(['Conference terminated by an administrator', 'API initiated participant disconnect', 'who knows'])(
    'at the meeting’s end, "%s" means that its time is up',
    (text) => {
      expect(reasonFromNode(text, null, 0)).toBe('time-up');
      expect(reasonFromNode(text, null, 5_000)).toBe('time-up');
      expect(reasonFromNode(text, null, 5_001)).not.toBe('time-up');
      expect(reasonFromNode(text, null, -60_000)).toBe('time-up');
    },
  );

  it('a connection lost at the end is still a connection lost', () => {
    expect(reasonFromNode('Media process disconnected', null, 0)).toBe('connection-lost');
  });

  it('our site knows of a cancellation and of an end moved nearer', () => {
    expect(reasonFromNode('API initiated conference termination', 'cancelled', LONG)).toBe('cancelled');
    expect(reasonFromNode('API initiated conference termination', 'ended', LONG)).toBe('time-up');
    expect(reasonFromNode('API initiated conference termination', 'open', LONG)).toBe('ended-for-all');
  });

  it('a connection lost is one, whatever became of the meeting', () => {
    expect(reasonFromNode('Media node disconnected', 'cancelled', LONG)).toBe('connection-lost');
  });

  it('offers to go back in only where the meeting still lets one in', () => {
    expect(canRejoin('time-up')).toBe(false);
    expect(canRejoin('cancelled')).toBe(false);
    expect(canRejoin('left')).toBe(true);
    expect(canRejoin('connection-lost')).toBe(true);
  });
});

it('how a call was is asked also where it broke, and not while it goes on in another tab', () => {
  expect(isOverForGood({ phase: 'failed' })).toBe(true);
  expect(isOverForGood({ phase: 'ended', reason: 'left' })).toBe(true);
  expect(isOverForGood({ phase: 'ended', reason: 'taken-over' })).toBe(false);
});

describe('hanging up by the clock', () => {
  it.each([
    ['open', 1, null],
    ['open', 0, 'time-up'],
    ['ended', -1, 'time-up'],
    ['ended', LONG, 'time-up'],
    ['cancelled', LONG, 'cancelled'],
  ] as const)('%s with %i ms left: %s', (state, leftMs, reason) => {
    expect(reasonByClock(state, leftMs)).toBe(reason);
  });

  it('happens at the end though our site does not answer, and not before', () => {
    expect(reasonByClock(null, 0)).toBe('time-up');
    expect(reasonByClock(null, 1)).toBeNull();
  });
});
