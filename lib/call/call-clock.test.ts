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

  it.each([
    ['de', '1 Stunde, 30 Minuten'],
    ['nb', '1 time, 30 minutter'],
    ['fr', '1 heure 30 minutes'],
    ['ar-u-nu-latn', 'ساعة'],
  ])('is said in %s', (locale, text) => {
    expect(sayDuration(90 * MINUTE, locale).replaceAll('\u00a0', ' ')).toContain(text);
  });
});

describe('our site is asked about the meeting', () => {
  it.each([
    ['not before half a minute has passed', 29_999, 10 * MINUTE, false],
    ['every half minute, however long the meeting has left', 30_000, 10 * MINUTE, true],
    ['when a laptop wakes that slept', 40 * MINUTE, 10 * MINUTE, true],
    ['not more often near the end', 1_000, 1, false],
    ['at the end', 1_000, 0, true],
    ['long after it', 1_000, -MINUTE, true],
  ])('%s', (_when, sinceAskedMs, timeLeftMs, isAsked) => {
    expect(shouldAskAgain(sinceAskedMs, timeLeftMs)).toBe(isAsked);
  });
});
