import type { APIRequestContext, Page } from '@playwright/test';
import pg from 'pg';
import { onDatabase } from '@/lib/testing/database-url';
import { startStack } from '@/scripts/mayfly-stack';
import { CORNER, expectAccessible } from './accessible';
import { callFromSite, expect, expectInCall, joinByLink, test } from './people';
import { expectToSeeAndHear, liveTracks } from './media';
import { askNode } from './node-api';
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
  await expectAccessible(visitor, 'the time is up', CORNER);
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
  const created = await request.post('/api/meetings', { data: {} });
  const { alias, hostKey } = (await created.json()) as { alias: string; hostKey: string };
  const guest = await newPerson();
  await withholdNodesWord(guest); // what remains is the panel's own clock
  await guest.goto(`/join/${alias}`);
  await guest.getByLabel('Your name').fill('Sam');
  // Only now, so that all of it is there for the call to come up in.
  const moved = await request.patch(`/api/meetings/${alias}`, {
    data: { validUntil: new Date(Date.now() + 25_000).toISOString() },
    headers: { Authorization: `Bearer ${hostKey}` },
  });
  expect(moved.status()).toBe(200);
  await guest.getByRole('button', { name: 'Join now' }).click();
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

test('a cancelled meeting puts out telephones, also in breakout rooms, as soon as the Management Node is there for it', async ({
  request,
}) => {
  const created = await request.post('/api/meetings', { data: {} });
  const { alias, hostKey } = (await created.json()) as { alias: string; hostKey: string };
  const joined = await request.post(`/api/meetings/${alias}/join`, {
    data: { displayName: 'Ann' },
    headers: { Authorization: `Bearer ${hostKey}` },
  });
  const { pin } = (await joined.json()) as { pin: string };
  const [ann, bo] = [await askNode('calls', { alias, pin }), await askNode('calls', { alias, pin })];
  expect([ann.outcome, bo.outcome]).toEqual(['in-conference', 'in-conference']);
  await askNode('breakouts', { conference: ann.conference, participants: [bo.id] });

  await askNode('management', { isAway: true }, 'PUT');
  await cancel(request, alias, hostKey);
  await askNode('management', {}, 'PUT');
  for (const { id } of [ann, bo]) {
    const now = async () => (await askNode(`calls/${id}`)).reason;
    await expect.poll(now, { timeout: 60_000 }).toBe('Conference terminated by an administrator');
  }
});

test('without a Management Node the host’s panel puts out who does not leave alone, at the end and when it is cancelled', async ({
  newPerson,
  request,
}) => {
  test.setTimeout(240_000);
  const name = 'without_management';
  const admin = new pg.Client({ connectionString: stack().DATABASE_URL });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const env = { MANAGEMENT_URL: '' };
  const own = await startStack({ databaseUrl: onDatabase(stack().DATABASE_URL, name), env });
  // A panel asks our site every half minute, and waits two seconds for the answer, which a busy machine may be late with.
  const learns = { timeout: 75_000 };
  const calls = `${own.nodeUrls[0]}/simulator/v1/calls`;

  /** A telephone that stays until it is put out, and how that was said to it. */
  async function phoneIn(alias: string): Promise<() => Promise<string>> {
    const dialled = await request.post(calls, { data: { alias, callerAlias: 'sip:ann@example.com', pin: '#' } });
    const { id, outcome } = (await dialled.json()) as { id: string; outcome: string };
    expect(outcome).toBe('in-conference');
    return async () => {
      const { outcome, reason } = (await (await request.get(`${calls}/${id}`)).json()) as Record<string, string>;
      return outcome === 'ended' ? reason! : outcome!;
    };
  }

  try {
    const host = await newPerson();
    await host.goto(own.appUrl);
    const first = await callFromSite(host, 'Dana');
    const phone = await phoneIn(first.alias);
    // A meeting has at least ten seconds. Of its end the panel is to hear when it is over: one that knows it before asks at that
    // moment, and leaves alone, as it should, where a busy machine is late with the answer.
    await host.waitForTimeout(7_500);
    const moved = await request.patch(`${own.appUrl}/api/meetings/${first.alias}`, {
      data: { validUntil: new Date(Date.now() + 3_000).toISOString() },
      headers: { Authorization: `Bearer ${first.hostKey}` },
    });
    expect(moved.status()).toBe(200);
    await expect(host.getByRole('heading', { name: 'This meeting’s time is up' })).toBeVisible(learns);
    await expect.poll(phone).toBe('Conference terminated by another participant');

    const other = await newPerson();
    await other.goto(own.appUrl);
    const second = await callFromSite(other, 'Dana');
    const otherPhone = await phoneIn(second.alias);
    await request.delete(`${own.appUrl}/api/meetings/${second.alias}`, {
      headers: { Authorization: `Bearer ${second.hostKey}` },
    });
    await expect(other.getByRole('heading', { name: 'This meeting was cancelled' })).toBeVisible(learns);
    await expect.poll(otherPhone).toBe('Conference terminated by another participant');
  } finally {
    await own.stop();
  }
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
