import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

it('says that the process is up and, for pages that may be older, which build it is', async () => {
  vi.stubEnv('NEXT_PUBLIC_BUILD', 'monday');
  const { GET } = await import('./route');
  const answer = GET();
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ status: 'live' });
  expect(answer.headers.get('x-build')).toBe('monday');
  expect(answer.headers.get('cache-control')).toBe('no-store');
});
