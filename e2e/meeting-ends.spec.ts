import type { APIRequestContext, Page } from '@playwright/test';
import { callFromSite, expect, expectInCall, joinByLink, test } from './people';
import { expectToSeeAndHear, liveTracks } from './media';
import { basic, stack } from './stack';

test('at validUntil both are put out, are told why, and nobody comes in again', async ({ newPerson, request }) => {
  const visitor = await newPerson();
  await visitor.goto('/');
  const { alias, hostKey } = await callFromSite(visitor, 'Dana');
  const guest = await newPerson();
  await joinByLink(guest, alias, 'Sam');
  await expectInCall(guest);
  await Promise.all([expectToSeeAndHear(visitor), expectToSeeAndHear(guest)]);

  const validUntil = new Date(Date.now() + 11_000).toISOString();
  const moved = await request.patch(`/api/meetings/${alias}`, {
    data: { validUntil },
    headers: { Authorization: `Bearer ${hostKey}` },
  });
  expect(moved.status()).toBe(200);

  for (const person of [visitor, guest]) {
    await expect(person.getByRole('heading', { name: 'This meeting’s time is up' })).toBeVisible({ timeout: 30_000 });
    expect(await liveTracks(person)).toBe(0);
  }
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(validUntil));

  await guest.reload();
  await expect(guest.getByRole('heading', { name: /has ended/ })).toBeVisible();

  const { NODE_URL, APP_URL, POLICY_USERNAME, POLICY_PASSWORD } = stack();
  const policy = await request.get(`${APP_URL}/api/policy/policy/v1/service/configuration?local_alias=${alias}`, {
    headers: { Authorization: basic(POLICY_USERNAME, POLICY_PASSWORD) },
  });
  expect(await policy.json()).toMatchObject({ status: 'success', action: 'reject' });
  const dialled = await request.post(`${NODE_URL}/api/client/v2/conferences/${alias}/request_token`, {
    data: { display_name: 'Too late' },
  });
  expect(dialled.status()).toBe(404);
});

test('a panel leaves by itself at validUntil where nobody puts it out', async ({ newPerson, request }) => {
  const validUntil = new Date(Date.now() + 25_000).toISOString();
  const created = await request.post('/api/meetings', { data: { validUntil } });
  const { alias } = (await created.json()) as { alias: string };
  const guest = await newPerson();
  await withholdNodesWord(guest); // what remains is the panel's own clock
  await joinByLink(guest, alias, 'Sam');
  await expectInCall(guest);
  await expect(guest.getByRole('heading', { name: 'This meeting’s time is up' })).toBeVisible({ timeout: 40_000 });
  expect(await liveTracks(guest)).toBe(0);
});

test('a panel leaves a cancelled meeting by itself where nobody puts it out', async ({ newPerson, request }) => {
  const created = await request.post('/api/meetings', { data: { durationMinutes: 60 } });
  const { alias, hostKey } = (await created.json()) as { alias: string; hostKey: string };
  const guest = await newPerson();
  await withholdNodesWord(guest);
  await joinByLink(guest, alias, 'Sam');
  await expectInCall(guest);
  await cancel(request, alias, hostKey);
  // The panel asks our site every half minute.
  await expect(guest.getByRole('heading', { name: 'This meeting was cancelled' })).toBeVisible({ timeout: 40_000 });
  expect(await liveTracks(guest)).toBe(0);
});

test('a cancelled meeting puts people out and says so', async ({ newPerson, request }) => {
  const visitor = await newPerson();
  await visitor.goto('/');
  const { alias, hostKey } = await callFromSite(visitor, 'Dana');
  await cancel(request, alias, hostKey);
  await expect(visitor.getByRole('heading', { name: 'This meeting was cancelled' })).toBeVisible();
  await expect(visitor.getByRole('button', { name: 'Leave' })).toBeHidden();
  expect(await liveTracks(visitor)).toBe(0);
  await visitor.goto(`/join/${alias}`);
  await expect(visitor.getByRole('heading', { name: /was cancelled/ })).toBeVisible();
});

async function cancel(request: APIRequestContext, alias: string, hostKey: string): Promise<void> {
  const cancelled = await request.delete(`/api/meetings/${alias}`, { headers: { Authorization: `Bearer ${hostKey}` } });
  expect(cancelled.status()).toBe(200);
}

/**
 * The node's word that a call is over never arrives: neither as an event, nor as the refusal of what its client asks
 * next, when media has stopped or its token is to be refreshed. Those requests stay without any answer.
 */
async function withholdNodesWord(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const listen = EventSource.prototype.addEventListener;
    EventSource.prototype.addEventListener = function (this: EventSource, ...args: Parameters<typeof listen>) {
      if (args[0] !== 'disconnect') listen.apply(this, args);
    } as typeof listen;
  });
  await page.route(/\/(update|refresh_token)(\?|$)/, () => {});
}
