import { expect, test } from 'vitest';
import { qualityOf, since, worstOf, type StreamCounters } from './call-quality';

const audio = (received: number, lost: number, sent = received): StreamCounters => ({
  streamId: '0',
  type: 'audio',
  received,
  lost,
  sent,
});

test.each([
  [0, 0, 0],
  [1000, 0, 1],
  [1000, 9, 1],
  [1000, 20, 2],
  [1120, 58, 3],
  [900, 100, 4],
])('of %i packets received and %i lost comes quality %i', (received, lost, quality) => {
  expect(qualityOf({ received, lost, sent: 0 })).toBe(quality);
});

test('a call is as bad as its worst stream, and one that is not in use says nothing', () => {
  expect(worstOf([audio(100, 0), audio(90, 10), audio(0, 0)])).toBe(4);
  expect(worstOf([])).toBe(0);
});

test('a window counts what was added to it, from nothing when the counters were set back', () => {
  expect(since([audio(100, 5)], [audio(150, 7)])).toEqual([audio(50, 2)]);
  expect(since([audio(100, 5)], [audio(20, 1)])).toEqual([audio(20, 1)]);
  expect(since([], [audio(20, 1)])).toEqual([audio(20, 1)]);
});
