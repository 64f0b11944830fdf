import type { Page } from '@playwright/test';
import pg from 'pg';
import { z } from 'zod';
import { REJOIN_KEY } from '@/lib/call/rejoin-key';
import { onDatabase } from '@/lib/testing/database-url';
import { startStack, type MayflyStack } from '@/scripts/mayfly-stack';
import { freePort } from '@/scripts/processes';
import { CORNER, expectAccessible } from './accessible';
import { expectToSeeAndHear, liveTracks } from './media';
import { expectToHear } from './heard';
import { callFromSite, expect, expectInCall, goBy, press, test } from './people';
import { basic, stack } from './stack';

// A Mayfly with two nodes of its own, whose network these tests cut.

test.describe.configure({ timeout: 240_000 });

let own: MayflyStack;
let nodes: string[];

test.beforeAll(async () => {
  const name = `staying_${test.info().workerIndex}`; // a new worker goes on after a test that failed
  const admin = new pg.Client({ connectionString: stack().DATABASE_URL });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const ports = [await freePort(), await freePort()];
  nodes = ports.map((port) => `http://localhost:${port}`);
  own = await startStack({
    databaseUrl: onDatabase(stack().DATABASE_URL, name),
    env: {
      INFINITY_NODES: nodes.join(','),
      SIMULATOR_NODES: ports.map((port) => `${port}@Harbour`).join(','),
      ...{ RATE_LIMIT_CREATE: '10000/60', RATE_LIMIT_JOIN: '10000/60' },
    },
  });
});
test.afterAll(() => own.stop());

async function ask(node: string, path: string, body: object, method: string): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(`${node}/simulator/v1/${path}`, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}
const cutNetwork = (isCut: boolean) => Promise.all(nodes.map((node) => ask(node, 'network', { isCut }, 'PUT')));

const Rows = z.object({
  objects: z.array(z.object({ display_name: z.string(), conversation_id: z.string(), signalling_node: z.string() })),
});

/** Everybody in a meeting, by name, as the Management Node says; a browser is two legs of one conversation. */
async function namesIn(alias: string): Promise<string[]> {
  const { MANAGEMENT_USERNAME, MANAGEMENT_PASSWORD } = own.env;
  const headers = { Authorization: basic(MANAGEMENT_USERNAME!, MANAGEMENT_PASSWORD!) };
  const response = await fetch(`${own.managementUrl}/api/admin/status/v1/participant/?destination_alias=${alias}`, {
    headers,
  });
  const { objects } = Rows.parse(await response.json());
  const names = new Map(objects.map((row) => [row.conversation_id, row.display_name]));
  return [...names.values()].sort();
}

/** `dialMs`: what a call takes to come up on this machine. */
type Two = { visitor: Page; guest: Page; alias: string; dialMs: number };

/** Dana calls from the site, Sam comes by the link. */
async function twoInCall(newPerson: () => Promise<Page>): Promise<Two> {
  const visitor = await newPerson();
  await visitor.goto(own.appUrl);
  const { alias } = await callFromSite(visitor, 'Dana');
  const guest = await newPerson();
  await guest.goto(`${own.appUrl}/join/${alias}`);
  await guest.getByLabel('Your name').fill('Sam');
  const pressedAtMs = Date.now();
  await guest.getByRole('button', { name: 'Join now' }).click();
  await expect.poll(() => isShown(guest), { timeout: 30_000, intervals: [250] }).toBe(true);
  const dialMs = Date.now() - pressedAtMs;
  await expectInCall(guest);
  await expect(guest.getByRole('button', { name: '2 people' })).toBeVisible();
  return { visitor, guest, alias, dialMs };
}

/** Whether the newest connection is up, and what comes by it is on the screen. */
function isShown(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const newest = window.connections.at(-1);
    const tracks = newest?.getReceivers().map(({ track }) => track.id) ?? [];
    const shown = [...document.querySelectorAll('video')].flatMap(({ srcObject }) =>
      srcObject instanceof MediaStream ? srcObject.getTracks().map(({ id }) => id) : [],
    );
    return newest?.connectionState === 'connected' && shown.some((id) => tracks.includes(id));
  });
}
const callsMade = (page: Page) => page.evaluate(() => window.connections.length);

/** By a new call, whatever becomes of the old one. */
async function expectBack(page: Page, timeout: number): Promise<void> {
  const isBack = async () => (await callsMade(page)) > 1 && (await isShown(page));
  await expect.poll(isBack, { timeout, intervals: [250] }).toBe(true);
}

async function expectTwoAndNoGhost({ visitor, guest, alias }: Two): Promise<void> {
  await Promise.all([expectToSeeAndHear(visitor), expectToSeeAndHear(guest)]);
  await expect.poll(() => namesIn(alias)).toEqual(['Dana', 'Sam']);
  for (const person of [visitor, guest]) await expect(person.getByRole('button', { name: '2 people' })).toBeVisible();
}

test('a browser that is offline for 20 seconds is back in the same call', async ({ newPerson }) => {
  const two = await twoInCall(newPerson);
  const { visitor, guest } = two;
  const claims = visitor.getByRole('banner').getByRole('link', { name: 'Claims', exact: true });
  await visitor.context().setOffline(true);
  await claims.click();
  await expect(visitor.getByText('Without a connection this would end your call.')).toBeVisible();
  await visitor.waitForTimeout(20_000);
  await visitor.context().setOffline(false);
  await expect.poll(() => isShown(visitor), { timeout: 10_000 }).toBe(true);
  await visitor.getByRole('button', { name: /^Mute/ }).click();
  await expect(guest.getByRole('button', { name: '2 people' })).toBeVisible();
  await visitor.getByRole('button', { name: /^Unmute/ }).click();
  await goBy(visitor, claims);
  await expect(visitor).toHaveURL(/claims$/);
  await expectTwoAndNoGhost(two);
});

test('a link that is pressed before anything shows that the network is gone does not end the call', async ({
  newPerson,
}) => {
  const { visitor } = await twoInCall(newPerson);
  const calls = await callsMade(visitor);
  // Sound and picture come through, and the browser says that it is online: only our site cannot be reached.
  await visitor.route(`${own.appUrl}/**`, (route) => route.abort('internetdisconnected'));
  const claims = visitor.getByRole('banner').getByRole('link', { name: 'Claims', exact: true });
  await claims.click();
  await expect(visitor.getByText('Without a connection this would end your call.')).toBeVisible();
  await expect(visitor).not.toHaveURL(/claims$/);
  await visitor.unroute(`${own.appUrl}/**`);
  await goBy(visitor, claims);
  await expect(visitor).toHaveURL(/claims$/);
  await expect(visitor.getByRole('button', { name: '2 people' })).toBeVisible();
  expect(await callsMade(visitor)).toBe(calls);
  await expectToSeeAndHear(visitor);
});

test('a network that is gone for 20 seconds: both are back by themselves within ten, once, as they were', async ({
  newPerson,
}) => {
  const two = await twoInCall(newPerson);
  const { visitor, guest, dialMs } = two;
  // A panel waits up to five seconds between two tries; two calls that come up at once take the machine twice as long as one.
  const withinMs = Math.max(10_000, 5_000 + 2 * dialMs);
  await visitor.getByRole('button', { name: /^Mute/ }).click();
  await press(guest, 'More actions');
  await press(guest, 'Raise hand');
  await expectToHear(visitor, 'Sam raised a hand.');
  await cutNetwork(true);
  await visitor.waitForTimeout(20_000);
  await cutNetwork(false);
  const backAtMs = Date.now();
  await Promise.all([expectBack(visitor, withinMs), expectBack(guest, withinMs)]);
  test.info().annotations.push({ type: 'back after', description: `${Date.now() - backAtMs} ms` });
  await expect(visitor.getByRole('button', { name: /^Unmute/ })).toBeVisible();
  await visitor.getByRole('button', { name: /^Unmute/ }).click();
  await expectTwoAndNoGhost(two);
  await press(visitor, '2 people');
  await expect(visitor.getByRole('region', { name: 'Raised hands' })).toContainText('Sam');
});

test('a node that is gone: the call goes on by another', async ({ newPerson }) => {
  const two = await twoInCall(newPerson);
  const { visitor, guest } = two;
  const node = new URL(
    await visitor.evaluate(
      () => performance.getEntriesByType('resource').find(({ name }) => name.includes('/pexrtc.js'))!.name,
    ),
  );
  await ask(node.origin, 'crash', {}, 'POST');
  await Promise.all([expectBack(visitor, 40_000), expectBack(guest, 40_000)]);
  await expectTwoAndNoGhost(two);

  // And a first call finds its way around it.
  const late = await newPerson();
  await late.goto(own.appUrl);
  await callFromSite(late, 'Kim'); // alone in a meeting of her own, so there is nobody to be heard
  await expect.poll(() => isShown(late), { timeout: 30_000 }).toBe(true);
  await ask(node.origin, 'recover', {}, 'POST');
});

test('a reload offers to rejoin for a minute, and the old self is gone', async ({ newPerson }) => {
  const { visitor, guest, alias } = await twoInCall(newPerson);
  await visitor.getByRole('button', { name: /^Mute/ }).click();
  await visitor.reload();
  await expect.poll(() => namesIn(alias)).toEqual(['Sam']);
  await visitor.getByRole('button', { name: 'Rejoin your call' }).click();
  await expectInCall(visitor);
  await expect(visitor.getByRole('button', { name: /^Unmute/ })).toBeVisible();
  await expect.poll(() => namesIn(alias)).toEqual(['Dana', 'Sam']);
  await expect(guest.getByRole('button', { name: '2 people' })).toBeVisible();

  await visitor.reload();
  await expect(visitor.getByRole('button', { name: 'Rejoin your call' })).toBeVisible();
  await visitor.evaluate((key) => {
    const memory = JSON.parse(window.sessionStorage.getItem(key)!) as { atMs: number };
    window.sessionStorage.setItem(key, JSON.stringify({ ...memory, atMs: memory.atMs - 61_000 }));
  }, REJOIN_KEY);
  await visitor.reload({ waitUntil: 'networkidle' });
  await expect(visitor.getByRole('button', { name: 'Talk to us' })).toBeVisible();
});

test('a second tab takes the call over, or leaves it where it is', async ({ newPerson }) => {
  const { visitor, guest, alias } = await twoInCall(newPerson);
  await visitor.getByRole('button', { name: /^Mute/ }).click();
  const second = await visitor.context().newPage();
  await second.goto(own.appUrl);
  await second.getByRole('button', { name: 'Talk to us' }).click();
  await expect(second.getByRole('heading', { name: 'Your call is on in another tab' })).toBeFocused();
  await expect(second.getByRole('status').filter({ hasText: 'Your call is on in another tab' })).toHaveCount(1);
  await expectAccessible(second, 'a call in another tab', CORNER);
  await second.getByRole('button', { name: 'Bring the call here' }).click();
  await expectInCall(second);
  await expect(visitor.getByRole('heading', { name: 'Your call is on in another tab' })).toBeVisible();
  expect(await liveTracks(visitor)).toBe(0);
  await expectAccessible(visitor, 'taken over by another tab', CORNER);
  await expect(second.getByRole('button', { name: /^Unmute/ })).toBeVisible();
  await expect.poll(() => namesIn(alias)).toEqual(['Dana', 'Sam']);
  await second.getByRole('button', { name: /^Unmute/ }).click();
  await Promise.all([expectToSeeAndHear(second), expectToSeeAndHear(guest)]);

  await visitor.getByRole('button', { name: 'Leave it there' }).click();
  await expect(visitor.getByRole('heading', { name: 'The call goes on in another tab' })).toBeVisible();
  await expectAccessible(visitor, 'left in another tab', CORNER);
  await second.close();
  await expect.poll(() => namesIn(alias)).toEqual(['Sam']);
});

test('a duplicated tab offers to bring the call over, and nobody is in it twice', async ({ newPerson }) => {
  const { visitor, alias } = await twoInCall(newPerson);
  await expect
    .poll(() => visitor.evaluate((key) => window.sessionStorage.getItem(key), REJOIN_KEY), 'the call is remembered')
    .toContain(alias);
  // As the browser does it: the new tab has a copy of what this one remembers.
  const memory = await visitor.evaluate((key) => window.sessionStorage.getItem(key)!, REJOIN_KEY);
  const copy = await visitor.context().newPage();
  await copy.addInitScript(([key, value]) => window.sessionStorage.setItem(key!, value!), [REJOIN_KEY, memory]);
  await copy.goto(own.appUrl);
  await copy.getByRole('button', { name: 'Rejoin your call' }).click();
  await expect(copy.getByRole('heading', { name: 'Your call is on in another tab' })).toBeVisible();
  await expectInCall(visitor);
  expect(await namesIn(alias)).toEqual(['Dana', 'Sam']);
  await copy.getByRole('button', { name: 'Bring the call here' }).click();
  await expectInCall(copy);
  await expect.poll(() => namesIn(alias)).toEqual(['Dana', 'Sam']);
});

test('a page that comes back from the back/forward cache shows that its call is over', async ({ newPerson }) => {
  const { visitor, alias } = await twoInCall(newPerson);
  // Pages with a nonce are never stored, so that Chromium keeps none of them: these are the events of browsers that do.
  await visitor.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await expect.poll(() => namesIn(alias)).toEqual(['Sam']);
  await visitor.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(visitor.getByRole('heading', { name: 'You left the page' })).toBeVisible();
  expect(await liveTracks(visitor)).toBe(0);
  await visitor.getByRole('button', { name: 'Rejoin the call' }).click();
  await expectInCall(visitor);
  await expect.poll(() => namesIn(alias)).toEqual(['Dana', 'Sam']);
});
