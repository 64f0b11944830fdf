import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBrowser, startMemberPage } from './testing/browser';
import type { Seen } from './testing/infinity-page';
import { configuration, startPolicyServer } from './testing/policy-server';
import { startSinkServer } from './testing/sink-server';
import { startForTest } from './testing/start';
import { until } from './testing/until';

// Pexip's own client, unmodified, in a real browser, against the simulator: the proof that it is faithful.

// Two browsers and a mixer share the machine with whatever else it does.
const seenWithinMs = 40_000;
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let browser: Browser;
let memberPage: Awaited<ReturnType<typeof startMemberPage>>;
let policy: Awaited<ReturnType<typeof startPolicyServer>>;
let sink: Awaited<ReturnType<typeof startSinkServer>>;
let simulator: Awaited<ReturnType<typeof startForTest>>;

beforeAll(async () => {
  policy = await startPolicyServer(({ path, query }) => {
    if (!path.endsWith('/service/configuration')) return { status: 404 };
    const name = query.get('local_alias') ?? '';
    return configuration({ service_type: 'conference', name, service_tag: 't', allow_guests: true, pin: '1234' });
  });
  sink = await startSinkServer();
  simulator = await startForTest({ SIMULATOR_POLICY_URL: policy.url, SIMULATOR_EVENT_SINK_URL: sink.url });
  memberPage = await startMemberPage();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await memberPage.stop();
  await simulator.stop();
  await sink.stop();
  await policy.stop();
});

async function openMember(): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(memberPage.url);
  return page;
}

const join = (page: Page, displayName: string, pin: string) =>
  page.evaluate((options) => window.member.join(options), { host: simulator.node, alias: 'proof', displayName, pin });

async function seen(page: Page, what: string, isSeen: (seen: Seen) => boolean): Promise<Seen> {
  let last: Seen | undefined;
  const look = async () => {
    last = await page.evaluate(() => window.member.seen());
    return isSeen(last) ? last : null;
  };
  return until(what, look, seenWithinMs).catch((error: unknown) => {
    throw new Error(`${String(error)}; last seen ${JSON.stringify(last)}`);
  });
}

test('host and guest with @pexip/infinity have roster, chat, picture, sound and slides', async () => {
  const host = await openMember();
  const guest = await openMember();

  expect(await join(guest, 'Greta', 'none')).toBe(200);
  await seen(guest, 'the waiting room', ({ serviceType }) => serviceType === 'waiting_room');
  expect(await join(host, 'Henry', '1234')).toBe(200);
  await seen(guest, 'the conference', ({ serviceType }) => serviceType === 'conference');

  for (const page of [host, guest]) {
    await seen(page, 'both in the roster', ({ roster }) => roster.join() === 'Greta,Henry');
    const first = await seen(page, 'picture and sound', (now) => now.framesDecoded > 30 && now.audioEnergy > 0);
    await seen(
      page,
      'more of both',
      (now) => now.framesDecoded > first.framesDecoded + 30 && now.audioEnergy > first.audioEnergy,
    );
  }

  await guest.evaluate(() => window.member.say('good morning'));
  const told = await seen(host, 'the message', ({ messages }) => messages.length > 0);
  expect(told.messages).toEqual(['Greta: good morning']);

  await host.evaluate(() => window.member.present());
  await seen(guest, 'slides', ({ presentationFrames }) => presentationFrames > 5);

  await guest.evaluate(() => window.member.leave());
  const alone = await seen(host, 'the guest gone', ({ roster }) => roster.join() === 'Henry');
  expect(alone.errors).toEqual([]);

  const legs = policy.asked('participant/properties').map(({ query }) => query.get('participant_type'));
  expect(legs.sort()).toEqual(['api', 'api', 'standard', 'standard']);
  expect(policy.asked('participant/location')).toHaveLength(2);

  const destroyed = () => sink.accepted().find(({ event }) => event === 'participant_media_streams_destroyed');
  const { data } = await until('the figures of the call', destroyed);
  expect(JSON.stringify(data)).toMatch(/"stream_type":"video".*"rx_packets_received":[1-9]/);
});

test('a wrong PIN is an error the client knows', async () => {
  const page = await openMember();
  expect(await join(page, 'Mallory', '9999')).toBe(403);
  await seen(page, 'the error', ({ errors }) => errors.join() === 'Invalid PIN');
});

test('a participant put out by the Management Node is told the reason', async () => {
  const page = await openMember();
  expect(await join(page, 'Agent', '1234')).toBe(200);
  await seen(page, 'a picture', ({ framesDecoded }) => framesDecoded > 0);
  const status = await fetch(`${simulator.managementUrl}/api/admin/status/v1/participant/?display_name=Agent`, {
    headers: { Authorization: `Basic ${btoa('mayfly:dev-management-password')}` },
  });
  const [, id] = /"id":"([^"]+)"/.exec(await status.text()) ?? [];
  await fetch(`${simulator.managementUrl}/api/admin/command/v1/participant/disconnect/`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${btoa('mayfly:dev-management-password')}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ participant_id: id }),
  });
  await seen(page, 'the reason', ({ disconnected }) => disconnected === 'Disconnected by an administrator');
});
