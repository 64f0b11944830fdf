import { describe, expect, it } from 'vitest';
import { needsRest } from './give-way';

const rest = (ms: number, stored: number, shareAtLimit: number) => ({
  ...{ ms, stored },
  ...{ looks: 100, looksAtLimit: 100 * shareAtLimit },
});

describe('applying what was stored', () => {
  it('goes on at once as long as a desk can follow, however slowly events are stored', () => {
    expect(needsRest(rest(10, 4, 1), 100)).toBe(false);
    expect(needsRest(rest(100, 40, 1), 100)).toBe(false);
  });

  it('goes on at once while storing has time to spare, however many are stored', () => {
    expect(needsRest(rest(100, 5_000, 0.5), 100)).toBe(false);
  });

  it('takes a twentieth of the time in a flood', () => {
    expect(needsRest(rest(1_899, 10_000, 0.51), 100)).toBe(true);
    expect(needsRest(rest(1_901, 10_000, 0.51), 100)).toBe(false);
  });

  it('waits for a single bulk no longer than it makes a flood', () => {
    expect(needsRest(rest(190, 100, 1), 1_000)).toBe(true);
    expect(needsRest(rest(200, 100, 1), 1_000)).toBe(false);
  });

  it('is never put off for longer than ten seconds', () => {
    expect(needsRest(rest(9_999, 1_000_000, 1), 60_000)).toBe(true);
    expect(needsRest(rest(10_000, 1_000_000, 1), 60_000)).toBe(false);
  });
});
