import { describe, expect, it } from 'vitest';
import { EARLY_GRACE_MS, meetingState, neverOpened, opensAt } from './meeting';

const validFrom = new Date('2026-11-20T10:00:00Z');
const validUntil = new Date('2026-11-20T11:00:00Z');
const meeting = { validFrom, validUntil, cancelledAt: null };
const at = (date: Date, offsetMs: number) => new Date(date.getTime() + offsetMs);

describe('a meeting', () => {
  it('opens ten minutes before its window, to the millisecond', () => {
    expect(opensAt(meeting)).toEqual(at(validFrom, -EARLY_GRACE_MS));
    expect(meetingState(meeting, at(opensAt(meeting), -1))).toBe('scheduled');
    expect(meetingState(meeting, opensAt(meeting))).toBe('open');
  });

  it('is over at validUntil itself, and open the millisecond before', () => {
    expect(meetingState(meeting, at(validUntil, -1))).toBe('open');
    expect(meetingState(meeting, validUntil)).toBe('ended');
  });

  it('never opened when it was cancelled before its doors did', () => {
    expect(neverOpened(meeting)).toBe(false);
    expect(neverOpened({ ...meeting, cancelledAt: at(opensAt(meeting), -1) })).toBe(true);
    expect(neverOpened({ ...meeting, cancelledAt: opensAt(meeting) })).toBe(false);
  });

  it('stays cancelled at every moment once it was cancelled', () => {
    const cancelled = { ...meeting, cancelledAt: validFrom };
    for (const now of [at(validFrom, -1e9), validFrom, validUntil]) {
      expect(meetingState(cancelled, now)).toBe('cancelled');
    }
  });
});
