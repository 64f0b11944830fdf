import { REJOIN_KEY } from '@/lib/call/rejoin-key';
import { expectAccessible } from './accessible';
import { callFromSite, expect, expectInCall, joinByLink, test, twoInCall } from './people';
import { expectToSeeAndHear } from './media';

test('a reload during a call offers to rejoin, and leaves no ghost behind', async ({ newPerson }) => {
  const { dana: visitor, sam: guest } = await twoInCall(newPerson);

  await visitor.reload();
  await expect(guest.getByRole('button', { name: '1 person' })).toBeVisible();
  await expect(visitor.getByRole('status').filter({ hasText: 'Your call is still open' })).toHaveCount(1);
  await expectAccessible(visitor, 'the offer to rejoin');
  await visitor.getByRole('button', { name: 'Rejoin your call' }).click();
  await expectInCall(visitor);
  await Promise.all([expectToSeeAndHear(visitor), expectToSeeAndHear(guest)]);
  await expect(guest.getByRole('button', { name: '2 people' })).toBeVisible();
});

test('who left on purpose is not asked to come back', async ({ newPerson }) => {
  const visitor = await newPerson();
  await visitor.goto('/');
  const memory = () => visitor.evaluate((key) => window.sessionStorage.getItem(key), REJOIN_KEY);
  const { alias } = await callFromSite(visitor, 'Dana');
  await expect.poll(memory, 'the call is remembered while it is on').toContain(alias);
  await visitor.getByRole('button', { name: 'Leave' }).click();
  await expect(visitor.getByRole('heading', { name: 'You left the call' })).toBeVisible();
  expect(await memory()).toBeNull();

  // An offer would ask our site first whether the meeting is still open, so it is waited for until the network rests.
  await visitor.reload({ waitUntil: 'networkidle' });
  await expect(visitor.getByRole('button', { name: 'Talk to us' })).toBeVisible();
  await expect(visitor.getByRole('button', { name: 'Rejoin your call' })).toHaveCount(0);
  expect(await memory()).toBeNull();
});

test('a link that leads away from the site opens beside the call', async ({ newPerson }) => {
  const visitor = await newPerson();
  await visitor.goto('/');
  await callFromSite(visitor, 'Dana');
  await visitor.getByRole('button', { name: 'Minimise' }).click();
  const opened = visitor.context().waitForEvent('page');
  await visitor.getByRole('link', { name: 'For our agents: sign in' }).click();
  await expect(await opened).toHaveURL(/sign-in$/);
  await expect(visitor.getByRole('button', { name: 'Open call' })).toBeVisible();

  await visitor.getByRole('button', { name: 'Leave' }).click();
  await visitor.getByRole('link', { name: 'For our agents: sign in' }).click();
  await expect(visitor, 'without a call it is a link like any other').toHaveURL(/sign-in$/);
});

test('a closed tab leaves no ghost', async ({ newPerson }) => {
  const visitor = await newPerson();
  await visitor.goto('/');
  const { alias } = await callFromSite(visitor, 'Dana');
  const guest = await newPerson();
  await joinByLink(guest, alias, 'Sam');
  await expectInCall(guest);
  await expect(guest.getByRole('button', { name: '2 people' })).toBeVisible();
  await visitor.close({ runBeforeUnload: false });
  await expect(guest.getByRole('button', { name: '1 person' })).toBeVisible();
});
