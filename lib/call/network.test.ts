import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

beforeEach(() => vi.stubEnv('NEXT_PUBLIC_BUILD', 'monday'));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** What a page of Monday's build makes of an answer. */
async function asked(answer: typeof fetch) {
  vi.stubGlobal('fetch', answer);
  const { askSite } = await import('./network');
  return askSite(20);
}
const answering = (status: number, headers: HeadersInit) => async () => new Response(null, { status, headers });

describe('our site', () => {
  it('is there when it answers, and is the one that made the page', async () => {
    expect(await asked(answering(200, { 'x-build': 'monday' }))).toBe('there');
  });

  it.each<Record<string, string>>([{ 'x-build': 'tuesday' }, {}])(
    'is a renewed one when it says of its build %j',
    async (headers) => {
      expect(await asked(answering(200, headers))).toBe('renewed');
    },
  );

  it.each([403, 500, 502, 503, 504])('is gone when %i is all that comes', async (status) => {
    expect(await asked(answering(status, { 'x-build': 'monday' }))).toBe('gone');
  });

  it('is gone when the network fails', async () => {
    expect(await asked(() => Promise.reject(new TypeError('Failed to fetch')))).toBe('gone');
  });

  it('is gone when it stays silent for as long as one waits', async () => {
    const silent: typeof fetch = (_path, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
      );
    expect(await asked(silent)).toBe('gone');
  });
});
