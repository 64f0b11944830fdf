import { describe, expect, it } from 'vitest';
import type { MeetingResponse } from '@/lib/meetings/schemas';
import { nextLookMs, opensAtMs } from './use-meeting';

const meeting: MeetingResponse = {
  alias: 'meet-a',
  topic: null,
  state: 'scheduled',
  validFrom: '2026-01-01T12:00:00.000Z',
  validUntil: '2026-01-01T13:00:00.000Z',
  serverTime: '2026-01-01T10:00:00.000Z',
};
const doors = Date.parse('2026-01-01T11:50:00.000Z');

describe('a meeting that is yet to come', () => {
  it('opens ten minutes before its window', () => {
    expect(opensAtMs(meeting)).toBe(doors);
  });

  it('is looked at again each minute, since it may be moved or cancelled', () => {
    expect(nextLookMs(meeting, doors - 3_600_000)).toBe(60_000);
  });

  it('is looked at when its doors open', () => {
    expect(nextLookMs(meeting, doors - 12_000)).toBe(12_000);
  });

  it('is not asked about faster than every two seconds, though our clock is ahead', () => {
    expect(nextLookMs(meeting, doors + 30_000)).toBe(2_000);
  });
});
