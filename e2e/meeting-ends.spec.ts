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
  // The node's word that the call is over never arrives: what remains is the panel's own clock.
  await guest.addInitScript(() => {
    const listen = EventSource.prototype.addEventListener;
    EventSource.prototype.addEventListener = function (this: EventSource, ...args: Parameters<typeof listen>) {
      if (args[0] !== 'disconnect') listen.apply(this, args);
    } as typeof listen;
  });
  await joinByLink(guest, alias, 'Sam');
  await expectInCall(guest);
  await expect(guest.getByRole('heading', { name: 'This meeting’s time is up' })).toBeVisible({ timeout: 40_000 });
  expect(await liveTracks(guest)).toBe(0);
});

test('a cancelled meeting puts people out and says so', async ({ newPerson, request }) => {
  const visitor = await newPerson();
  await visitor.goto('/');
  const { alias, hostKey } = await callFromSite(visitor, 'Dana');
  const cancelled = await request.delete(`/api/meetings/${alias}`, { headers: { Authorization: `Bearer ${hostKey}` } });
  expect(cancelled.status()).toBe(200);
  await expect(visitor.getByRole('button', { name: 'Leave' })).toBeHidden();
  await visitor.goto(`/join/${alias}`);
  await expect(visitor.getByRole('heading', { name: /was cancelled/ })).toBeVisible();
});
