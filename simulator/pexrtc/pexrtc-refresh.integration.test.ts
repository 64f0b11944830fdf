import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { until } from '../testing/until';
import { connected, rosterNames, startCalls } from './testing-calls';

vi.setConfig({ testTimeout: 90_000 });

let calls: Awaited<ReturnType<typeof startCalls>>;

beforeAll(async () => {
  calls = await startCalls({ SIMULATOR_TOKEN_SECONDS: '4' });
});
afterAll(async () => {
  await calls?.stop();
});

test('a call outlives its first token, since the client renews it every third of its life', async () => {
  const caller = await calls.open();
  await caller.dial('meet-refresh', 'Hanna', ['1234'], 'none');
  await connected(caller);
  const tokens = new Set<unknown>();
  const renewals = async () => tokens.add(await caller.run('rtc.token')).size - 1;
  await until('the fourth renewal, after more than five seconds', async () => (await renewals()) === 4, 30_000);
  expect(await rosterNames(caller)).toEqual(['Hanna']);
  expect([...(await caller.seen('onError')), ...(await caller.seen('onDisconnect'))]).toEqual([]);
});
