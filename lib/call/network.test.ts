import { afterEach, describe, expect, it, vi } from 'vitest';
import { isSiteThere } from './network';

afterEach(() => vi.unstubAllGlobals());

async function asked(answer: typeof fetch) {
  vi.stubGlobal('fetch', answer);
  return isSiteThere(20);
}
const answering = (status: number) => async () => new Response(null, { status });

describe('our site', () => {
  it('is there when it answers', async () => {
    expect(await asked(answering(200))).toBe(true);
  });

  it.each([403, 500, 502, 503, 504])('is gone when %i is all that comes', async (status) => {
    expect(await asked(answering(status))).toBe(false);
  });

  it('is gone when the network fails', async () => {
    expect(await asked(() => Promise.reject(new TypeError('Failed to fetch')))).toBe(false);
  });

  it('is gone when it stays silent for as long as one waits', async () => {
    const silent: typeof fetch = (_path, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
      );
    expect(await asked(silent)).toBe(false);
  });
});
