import { describe, expect, it } from 'vitest';
import { clockSkewMs, shouldAskAgain, formatTimeLeft, sayDuration } from './call-clock';

const MINUTE = 60_000;

describe('the clock', () => {
  it('is corrected by the middle of the question’s travel', () => {
    expect(
      clockSkewMs('2026-01-01T00:00:10.000Z', Date.parse('2026-01-01T00:00:00Z'), Date.parse('2026-01-01T00:00:02Z')),
    ).toBe(9_000);
  });
});

describe('the time left', () => {
  it.each([
    [42 * MINUTE + 10_000, '42:10'],
    [62 * MINUTE + 10_000, '1:02:10'],
    [60 * MINUTE, '1:00:00'],
    [9_001, '0:10'],
    [1, '0:01'],
    [0, '0:00'],
    [-5_000, '0:00'],
  ])('%i ms reads %s', (ms, text) => {
    expect(formatTimeLeft(ms)).toBe(text);
  });

  it.each([
    [1_000, '1 second'],
    [59_000, '59 seconds'],
    [60_000, '1 minute'],
    [90 * MINUTE, '1 hour 30 minutes'],
    [120 * MINUTE, '2 hours'],
    [49 * 60 * MINUTE, '2 days'],
  ])('%i ms is said as %s', (ms, text) => {
    expect(sayDuration(ms)).toBe(text);
  });
});

describe('on the way to the end our site is asked again', () => {
  it.each([
    ['well before', 10 * MINUTE, 9 * MINUTE, false],
    ['passing five minutes', 5 * MINUTE + 1, 5 * MINUTE, true],
    ['between the marks', 4 * MINUTE, 3 * MINUTE, false],
    ['passing one minute', MINUTE + 500, MINUTE - 500, true],
    ['a laptop that slept over both marks', 30 * MINUTE, 20_000, true],
    ['at the end', 500, 0, true],
    ['long after it', -MINUTE, -2 * MINUTE, true],
    ['the end having moved away', MINUTE, 15 * MINUTE, false],
    ['a short meeting that begins below the marks', 10_000, 9_000, false],
  ])('%s', (_when, before, now, isAsked) => {
    expect(shouldAskAgain(before, now)).toBe(isAsked);
  });
});
