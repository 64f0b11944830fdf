import { afterEach, describe, expect, it, vi } from 'vitest';
import { isSiteThere } from './network';

afterEach(() => vi.unstubAllGlobals());

describe('our site', () => {
  it('is there when it answers, and be it that it cannot do its work', async () => {
    vi.stubGlobal('fetch', async () => new Response(null, { status: 503 }));
    expect(await isSiteThere()).toBe(true);
  });

  it('is not there when the network fails', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch');
    });
    expect(await isSiteThere()).toBe(false);
  });

  it('is not there when it stays silent for two seconds', async () => {
    vi.stubGlobal(
      'fetch',
      (_path: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
    );
    expect(await isSiteThere()).toBe(false);
  });
});
