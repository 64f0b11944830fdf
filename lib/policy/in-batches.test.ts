import { describe, expect, it } from 'vitest';
import { inBatches } from './in-batches';

describe('look-ups in batches', () => {
  it('share one query when they come together, and each gets its own', async () => {
    const asked: string[][] = [];
    const find = inBatches((keys) => {
      asked.push(keys);
      return Promise.resolve(new Map(keys.filter((key) => key !== 'none').map((key) => [key, key.toUpperCase()])));
    });
    expect(await Promise.all(['a', 'b', 'none', 'a'].map(find))).toEqual(['A', 'B', null, 'A']);
    expect(asked).toEqual([['a', 'b', 'none']]);
    expect(await find('c')).toBe('C');
  });

  it('fail together and recover apart', async () => {
    let isBroken = true;
    const find = inBatches((keys) =>
      isBroken ? Promise.reject(new Error('away')) : Promise.resolve(new Map(keys.map((key) => [key, key]))),
    );
    const outcomes = await Promise.allSettled([find('a'), find('b')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isBroken = false;
    expect(await find('a')).toBe('a');
  });

  it('answer everyone when many more come than fit into a query', async () => {
    const sizes: number[] = [];
    const find = inBatches(async (keys) => {
      sizes.push(keys.length);
      await new Promise((resolve) => setTimeout(resolve, 1));
      return new Map(keys.map((key) => [key, key]));
    });
    const keys = Array.from({ length: 1_000 }, (_, index) => String(index));
    expect(await Promise.all(keys.map(find))).toEqual(keys);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(64);
  });
});
