import { describe, expect, it } from 'vitest';
import { moveProblem, planWindow } from './plan-window';

const now = new Date('2026-11-20T10:00:00Z');
const limits = { longestMeetingMs: 12 * 60 * 60 * 1000, farthestStartMs: 90 * 24 * 60 * 60 * 1000 };
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('a window', () => {
  it('is an hour from now when nothing was asked for', () => {
    expect(planWindow({}, now, limits)).toEqual({ ok: true, validFrom: now, validUntil: after(3600) });
  });

  it('takes a duration from its start', () => {
    const planned = planWindow({ validFrom: after(600), durationMinutes: 30 }, now, limits);
    expect(planned).toEqual({ ok: true, validFrom: after(600), validUntil: after(600 + 1800) });
  });

  it('may be ten seconds short and twelve hours long, and not a second beyond either', () => {
    expect(planWindow({ validUntil: after(10) }, now, limits).ok).toBe(true);
    expect(planWindow({ validUntil: after(9) }, now, limits)).toMatchObject({ ok: false, field: 'validUntil' });
    expect(planWindow({ validUntil: after(43_200) }, now, limits).ok).toBe(true);
    expect(planWindow({ validUntil: after(43_201) }, now, limits)).toMatchObject({ ok: false, field: 'validUntil' });
  });

  it('names the field that was given wrong', () => {
    expect(planWindow({ durationMinutes: 1e12 }, now, limits)).toMatchObject({ field: 'durationMinutes' });
    expect(planWindow({ durationMinutes: 0.01 }, now, limits)).toMatchObject({ field: 'durationMinutes' });
    expect(planWindow({ validFrom: after(-3600) }, now, limits)).toMatchObject({ field: 'validFrom' });
    expect(planWindow({ validFrom: after(91 * 86_400) }, now, limits)).toMatchObject({ field: 'validFrom' });
  });

  it('cannot be moved to end in the past or beyond the longest meeting', () => {
    expect(moveProblem(now, after(1800), after(60), limits)).toBeNull();
    const latestEnd = after(43_200);
    expect(moveProblem(now, latestEnd, after(60), limits)).toBeNull();
    expect(moveProblem(now, after(60), after(60), limits)).toMatchObject({ code: 'end-in-past', latestEnd });
    expect(moveProblem(now, after(9), now, limits)).toMatchObject({ code: 'too-short', latestEnd });
    expect(moveProblem(now, after(43_201), after(60), limits)).toEqual({
      ...{ code: 'too-long', latestEnd, message: 'must be at most 720 minutes after the start' },
    });
  });
});
