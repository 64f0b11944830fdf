import { describe, expect, it } from 'vitest';
import { nextStep } from './next-step';

const answered = (status: number) => ({ kind: 'answered', status, latencyMs: 1 }) as const;
const unanswered = { kind: 'unanswered', problem: 'No answer.', latencyMs: 1 } as const;

describe('what follows a try', () => {
  it.each([200, 201, 204, 299])('%i is delivered', (status) => {
    expect(nextStep(answered(status), 1, 0)).toEqual({ kind: 'delivered' });
  });

  it.each([301, 400, 404, 429, 500, 503])('%i is tried again', (status) => {
    expect(nextStep(answered(status), 1, 0)).toMatchObject({ kind: 'again', afterMs: 5_000 });
  });

  it('what is gone is never tried again', () => {
    expect(nextStep(answered(410), 1, 0)).toMatchObject({ kind: 'failed', isGone: true });
  });

  it('tries go on for about a day, in ever longer pauses, and then end', () => {
    const pauses: number[] = [];
    for (let attempts = 1; ; attempts += 1) {
      const step = nextStep(unanswered, attempts, 0);
      if (step.kind !== 'again') {
        expect(step).toEqual({ kind: 'failed', isGone: false, problem: 'No answer.' });
        break;
      }
      pauses.push(step.afterMs);
    }
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
    const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(20);
    expect(hours).toBeLessThan(26);
  });

  it('what failed together does not come again together', () => {
    const [early, late] = [nextStep(unanswered, 2, 0), nextStep(unanswered, 2, 1)];
    expect(early).toMatchObject({ afterMs: 30_000 });
    expect(late).toMatchObject({ afterMs: 36_000 });
  });
});
