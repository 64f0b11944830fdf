import { beforeAll, expect, it, vi } from 'vitest';
import { GET } from './route';
import { storedMeeting, storedParticipant } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { managementSettings } from '@/lib/testing/management-node';

const TOKEN = 'a-token-of-twenty-four-and-more';

beforeAll(async () => {
  await testDatabase();
  const { serviceName } = await storedMeeting();
  await storedMeeting({ validUntil: new Date(Date.now() - 1) });
  await storedParticipant(serviceName, { isCounted: true });
  // Whose end was lost is nobody there any more.
  const over = new Date(Date.now() - 15 * 60_000);
  const past = await storedMeeting({ validUntil: over, endedAt: over });
  await storedParticipant(past.serviceName, { isCounted: true });
});

const ask = (authorization?: string) =>
  GET(new Request('http://localhost/api/metrics', { headers: authorization ? { authorization } : {} }), undefined);

it('metrics do not exist where no token is set', async () => {
  expect((await ask(`Bearer ${TOKEN}`)).status).toBe(404);
});

it('metrics are for who has the token, and name nobody', async () => {
  vi.stubEnv('METRICS_TOKEN', TOKEN);
  const management = managementSettings({ url: 'http://127.0.0.1:9' } as never);
  for (const [name, value] of Object.entries(management)) vi.stubEnv(name, value);
  vi.resetModules();
  const fresh = (await import('./route')).GET;
  const get = (authorization: string) =>
    fresh(new Request('http://localhost/api/metrics', { headers: { authorization } }), undefined);
  for (const wrong of ['', 'Bearer', 'Bearer wrong', `Basic ${TOKEN}`]) expect((await get(wrong)).status).toBe(401);
  const response = await get(`Bearer ${TOKEN}`);
  expect(response.headers.get('content-type')).toContain('version=0.0.4');
  const text = await response.text();
  for (const line of ['mayfly_meetings_open 1', 'mayfly_meetings_overdue 1', 'mayfly_participants 1'])
    expect(text).toContain(`\n${line}\n`);
  expect(text).toContain('mayfly_reconciler_failing 0');
  expect(text).not.toMatch(/Dana|meet-/);
});
