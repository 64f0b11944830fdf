import { describe, expect, it } from 'vitest';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { handle, isSameOrigin } from './handle';

const write = (headers: Record<string, string>) =>
  new Request('http://site.example/api/meetings', { method: 'POST', headers: { host: 'site.example', ...headers } });

describe('a write from a browser', () => {
  it('is taken from our own pages, and from programs, which send no origin', () => {
    expect(isSameOrigin(write({ origin: 'https://site.example' }))).toBe(true);
    expect(isSameOrigin(write({}))).toBe(true);
    // Development's APP_URL, behind a proxy that writes its own Host.
    expect(isSameOrigin(write({ origin: 'http://localhost:3000' }))).toBe(true);
  });

  it.each(['https://evil.example', 'https://site.example.evil.example', 'null', 'https://site.example:8443'])(
    'is refused from %s',
    (origin) => expect(isSameOrigin(write({ origin }))).toBe(false),
  );

  it('is refused across sites even where a browser leaves the origin out', () => {
    expect(isSameOrigin(write({ 'sec-fetch-site': 'cross-site' }))).toBe(false);
  });
});

it('what nobody expected is logged with a number and answered without its cause', async () => {
  const route = handle(async () => {
    throw new Error('password=hunter2');
  });
  const response = await route(new Request('http://site.example/api/meetings/meet-secret/join?hostKey=secret'), {});
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('hunter2');
  const [logged] = takeConsoleErrors();
  expect(String(logged?.[0])).toMatch(/^\[[0-9a-f-]{36}\] GET \/api\/meetings\/…\/join failed:$/);
});
