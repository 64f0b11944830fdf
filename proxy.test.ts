import { NextRequest } from 'next/server';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

/** Who may frame a page, by the policy that it is sent with. */
async function framedBy(path: string, ancestors: string): Promise<string | undefined> {
  vi.resetModules();
  vi.stubEnv('FRAME_ANCESTORS', ancestors);
  const { proxy } = await import('./proxy');
  const { headers } = proxy(new NextRequest(`https://meet.example.com${path}`));
  return /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1];
}

const PARTNERS = 'https://partner.example https://intranet.example:8443';

it('the join page stands in frames of the sites that were named, and in nobody else’s', async () => {
  expect(await framedBy('/join/meet-1?lang=de', PARTNERS)).toBe(PARTNERS);
  expect(await framedBy('/join/meet-1', '')).toBe("'none'");
});

it.each(['/', '/claims', '/sign-in', '/dashboard', '/dashboard/settings', '/join', '/join/../dashboard', '/joining/x'])(
  'no other page stands in any frame: %s',
  async (path) => expect(await framedBy(path, PARTNERS)).toBe("'none'"),
);
