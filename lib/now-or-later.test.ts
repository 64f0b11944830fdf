import { describe, expect, it } from 'vitest';
import { recovering, whenThere } from './now-or-later';

const double = (value: number) => value * 2;
const failing = () => {
  throw new Error('broken');
};
const message = (error: unknown) => (error as Error).message;

describe('what is there already', () => {
  it('is gone on with at once', () => {
    expect(whenThere(2, double)).toBe(4);
    expect(recovering(() => 2, failing)).toBe(2);
  });

  it('recovers at once from a failure', () => {
    expect(recovering<string>(failing, message)).toBe('broken');
  });
});

describe('what comes later', () => {
  it('is gone on with when it comes, also where only the next step is late', async () => {
    await expect(whenThere(Promise.resolve(2), double)).resolves.toBe(4);
    await expect(whenThere(2, (value) => Promise.resolve(double(value)))).resolves.toBe(4);
  });

  it('recovers from a failure, of itself and of what goes on with it', async () => {
    await expect(recovering<string>(() => Promise.reject(new Error('away')), message)).resolves.toBe('away');
    await expect(recovering<string>(() => whenThere(Promise.resolve(1), failing), message)).resolves.toBe('broken');
  });
});
