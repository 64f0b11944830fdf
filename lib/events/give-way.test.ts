import { describe, expect, it } from 'vitest';
import { needsRest } from './give-way';

describe('applying what was stored', () => {
  it('goes on at once as long as a desk can follow', () => {
    expect(needsRest(4, 100, 10)).toBe(false);
    expect(needsRest(40, 100, 100)).toBe(false);
  });

  it('takes a tenth of the time in a flood', () => {
    expect(needsRest(5_000, 100, 899)).toBe(true);
    expect(needsRest(5_000, 100, 901)).toBe(false);
  });

  it('waits for a single bulk no longer than it makes a flood', () => {
    expect(needsRest(100, 1_000, 190)).toBe(true);
    expect(needsRest(100, 1_000, 200)).toBe(false);
  });

  it('is never put off for longer than ten seconds', () => {
    expect(needsRest(1_000_000, 60_000, 9_999)).toBe(true);
    expect(needsRest(1_000_000, 60_000, 10_000)).toBe(false);
  });
});
