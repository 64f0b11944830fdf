import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client';
import { deliveredEvent } from '@/lib/events/read-delivery';
import { recordTogether } from '@/lib/events/record-together';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { managementSettings, startManagementNode, type TestManagementNode } from '@/lib/testing/management-node';
import { reconcile } from './reconcile';
import { loadReport } from './report-store';

// From a node's events, and the Management Node's lists, to the people that a desk sees.

let management: TestManagementNode;
let serviceName: string;
const NODE = '192.0.2.11';
const secondsAgo = (seconds: number) => Date.now() / 1000 - seconds;

beforeAll(async () => {
  await testDatabase();
  management = await startManagementNode();
  for (const [name, value] of Object.entries(managementSettings(management))) vi.stubEnv(name, value);
});
afterAll(() => management.close());

beforeEach(async () => {
  for (const list of [
    'status/v1/participant',
    'status/v1/conference_shard',
    'status/v1/alarm',
    'history/v1/participant',
  ]) {
    management.lists.set(list, []);
  }
  management.lists.set('status/v1/worker_vm', [{ id: 1 }]);
  ({ serviceName } = await storedMeeting());
});

/** Storing wakes the projector; the queue is empty once it has committed. */
const applied = () => vi.waitFor(async () => expect(await database().eventToApply.count()).toBe(0), 10_000);

async function hear(event: string, time: number, data: object): Promise<void> {
  await recordTogether([deliveredEvent({ node: NODE, seq: 7, version: 2, time, event, data })]);
  await applied();
  // As if it had reached us then.
  await database().sinkEvent.updateMany({ data: { receivedAt: new Date(time * 1000) } });
}

async function lookAt(participants: object[], nodes = [NODE]): Promise<void> {
  // Somebody is always listed: that nobody at all is takes a second look.
  const elsewhere = { id: 'somebody', conference: 'Elsewhere' };
  management.lists.set('status/v1/participant', [elsewhere, ...participants] as Record<string, unknown>[]);
  const places = nodes.map((node) => ({ conference: serviceName, node }));
  management.lists.set('status/v1/conference_shard', places);
  await reconcile(new Date());
  expect((await loadReport()).problem).toBeNull();
  await applied();
}

const person = () =>
  database().participant.findFirst({
    where: { serviceName },
    select: { displayName: true, leftAt: true, leftReason: true, leftKnownBy: true },
  });

const dana = () => ({
  uuid: `leg of ${serviceName}`,
  conversation_id: `talk of ${serviceName}`,
  conference: serviceName,
});
const listedDana = () => ({ id: dana().uuid, conversation_id: dana().conversation_id, conference: serviceName });
const connected = { display_name: 'Dana', protocol: 'SIP', has_media: true, service_type: 'conference' };

async function danaComes(): Promise<void> {
  await hear('conference_started', secondsAgo(61), { name: serviceName, start_time: secondsAgo(61) });
  await hear('participant_connected', secondsAgo(60), { ...dana(), ...connected, connect_time: secondsAgo(60) });
}

it('a ghost leaves by what history says, and its conference ends with it; looking again changes nothing', async () => {
  await danaComes();
  const endedAt = new Date(Math.floor(secondsAgo(30)) * 1000);
  management.lists.set('history/v1/participant', [
    { ...listedDana(), end_time: endedAt.toISOString().slice(0, 19), disconnect_reason: 'Call disconnected' },
  ]);
  await lookAt([], []);
  const left = { displayName: 'Dana', leftAt: endedAt, leftReason: 'Call disconnected', leftKnownBy: 'not_listed' };
  expect(await person()).toEqual(left);
  expect((await database().conference.findUnique({ where: { serviceName } }))?.endedAt).not.toBeNull();
  const before = await database().sinkEvent.count();
  await lookAt([], []);
  expect(await database().sinkEvent.count()).toBe(before);
});

it('a call of which nobody told the end, neither a node nor history, is lost and not left', async () => {
  await danaComes();
  await lookAt([], []);
  expect(await person()).toMatchObject({ leftAt: expect.any(Date), leftKnownBy: 'not_listed' });
  const conference = await database().conference.findUnique({ where: { serviceName } });
  expect(conference).toMatchObject({ endedAt: expect.any(Date), endedBy: 'lost' });
  // Its node was only cut off, and tells it after all.
  await hear('conference_ended', secondsAgo(20), { name: serviceName, end_time: secondsAgo(20) });
  expect(await person()).toMatchObject({ leftKnownBy: 'conference_ended' });
  expect((await database().conference.findUnique({ where: { serviceName } }))?.endedBy).toBe('everyone_left');
});

it('who came just now by a node whose clock is behind is there, though a list that lags does not have them', async () => {
  await danaComes();
  await database().sinkEvent.updateMany({ data: { receivedAt: new Date() } });
  await lookAt([], []);
  expect(await person()).toMatchObject({ leftAt: null });
});

it.each([30_000, -30_000])('who came just now is there, by whichever clock of ours (%i ms)', async (aheadMs) => {
  const event = { node: NODE, seq: 7, version: 2, time: secondsAgo(1), event: 'participant_connected' };
  await recordTogether([deliveredEvent({ ...event, data: { ...dana(), ...connected, connect_time: secondsAgo(1) } })]);
  await applied();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + aheadMs });
  await lookAt([]).finally(() => vi.useRealTimers());
  expect(await person()).toMatchObject({ displayName: 'Dana', leftAt: null });
});

it('a ghost of a node whose clock is ahead leaves, is there again when it is listed, and leaves again', async () => {
  const ahead = 600;
  await hear('conference_started', secondsAgo(60) + ahead, { name: serviceName });
  await hear('participant_connected', secondsAgo(60) + ahead, { ...dana(), ...connected });
  const reachedUsAt = new Date(Date.now() - 60_000);
  await database().sinkEvent.updateMany({ data: { receivedAt: reachedUsAt } });
  const isHere = async () => (await person())?.leftAt === null;
  for (const round of [1, 2]) {
    await lookAt([], []);
    expect([round, await isHere()]).toEqual([round, false]);
    await database().sinkEvent.updateMany({ data: { receivedAt: reachedUsAt } });
    await lookAt([listedDana()], []);
    expect([round, await isHere()]).toEqual([round, true]);
    await database().sinkEvent.updateMany({ data: { receivedAt: reachedUsAt } });
  }
  expect((await database().conferenceNode.findFirst({ where: { serviceName } }))?.endedAt).not.toBeNull();
  await hear('participant_updated', secondsAgo(0) + ahead, { ...dana(), is_muted: true });
  expect(await isHere()).toBe(true);
});

it('a ghost that speaks again was none', async () => {
  await danaComes();
  await lookAt([]);
  expect(await person()).toMatchObject({ leftKnownBy: 'not_listed' });
  await hear('participant_updated', secondsAgo(-5), { ...dana(), is_muted: true });
  expect(await person()).toMatchObject({ leftAt: null, leftKnownBy: null });
});

it('whose disconnect comes after all left when and why that says', async () => {
  await danaComes();
  await lookAt([]);
  const end = { end_time: secondsAgo(40), disconnect_reason: 'Disconnected by an administrator' };
  await hear('participant_disconnected', secondsAgo(40), { ...dana(), ...end });
  expect(await person()).toMatchObject({ leftReason: end.disconnect_reason, leftKnownBy: 'reported' });
});

it('who was never reported is there, under the listed name, and gone when not listed any more', async () => {
  const connect_time = new Date(Date.now() - 60_000).toISOString().replace('Z', '');
  await lookAt([{ ...listedDana(), ...connected, media_node: NODE, connect_time }]);
  expect(await person()).toMatchObject({ displayName: 'Dana', leftAt: null });
  // Seen a moment ago, and so not gone yet for all we know.
  await lookAt([]);
  expect(await person()).toMatchObject({ leftAt: null });
});

it('a sink that began anew took nobody with it who is still listed', async () => {
  await danaComes();
  await hear('eventsink_started', secondsAgo(1), {});
  // It may have been changed while people talk: the Management Node is asked, and nobody leaves until it has answered.
  expect(await person()).toMatchObject({ leftAt: null });
  await lookAt([listedDana()]);
  expect(await person()).toMatchObject({ leftAt: null, leftKnownBy: null });
  const before = await database().sinkEvent.count();
  await lookAt([listedDana()]);
  expect(await database().sinkEvent.count(), 'nothing differs any more').toBe(before);
});

const status = () =>
  database().participant.findFirst({
    where: { serviceName },
    select: { isWaiting: true, isMuted: true, role: true, isCounted: true, joinedAt: true },
  });

it('of whom the last report was lost is where and who the Management Node says, and looking again changes nothing', async () => {
  const waiting = { ...dana(), ...connected, service_type: 'waiting_room', role: 'guest' };
  await hear('participant_connected', secondsAgo(60), waiting);
  const listed = { ...listedDana(), ...connected, role: 'chair', is_muted: true };
  await lookAt([listed]);
  expect(await status()).toMatchObject({ isWaiting: false, isMuted: true, role: 'host', joinedAt: expect.any(Date) });
  const before = await database().sinkEvent.count();
  await lookAt([listed]);
  expect(await database().sinkEvent.count()).toBe(before);
});

it('whose control leg alone was reported is counted as soon as their media are listed', async () => {
  const control = { ...connected, protocol: 'API', has_media: false };
  await hear('participant_connected', secondsAgo(60), { ...dana(), ...control });
  expect(await status()).toMatchObject({ isCounted: false });
  const media = { ...listedDana(), ...connected, id: `media of ${serviceName}`, protocol: 'WebRTC', media_node: NODE };
  await lookAt([{ ...listedDana(), ...control }, media]);
  expect(await status()).toMatchObject({ isCounted: true, isWaiting: false });
  const before = await database().sinkEvent.count();
  await lookAt([{ ...listedDana(), ...control }, media]);
  expect(await database().sinkEvent.count()).toBe(before);
});
