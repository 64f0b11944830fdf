import { afterEach, beforeAll, expect, test } from 'vitest';
import { database, pool } from '@/lib/db/client';
import { recordEvents } from '@/lib/events/event-store';
import { readDelivery } from '@/lib/events/read-delivery';
import { sampleEvent } from '@/lib/testing/sample-events';
import { testDatabase } from '@/lib/testing/database';
import { closeLiveStreams } from './live-hub';
import type { LiveList } from './live-meeting';
import { liveStream } from './live-stream';
import { notifyLive } from './notify-live';

beforeAll(async () => {
  await testDatabase();
});
afterEach(() => closeLiveStreams());

/** Long enough for a busy machine, and shorter than the heartbeat (15 s), which would bring what no notice has brought. */
const SOON = { timeout: 10_000, interval: 20 };

/** A desk as the browser sees it: the last list it was sent, and whether its stream is still open. */
function desk() {
  const abort = new AbortController();
  const state = { list: null as LiveList | null, lists: 0, isOpen: true, abort: () => abort.abort() };
  const reader = liveStream(abort.signal).body!.pipeThrough(new TextDecoderStream()).getReader();
  void (async () => {
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += part.value;
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const json = /^event: snapshot\ndata: (.*)$/.exec(message)?.[1];
        if (json) [state.list, state.lists] = [JSON.parse(json), state.lists + 1];
      }
    }
    state.isOpen = false;
  })();
  return state;
}

let made = 0;
async function openMeeting() {
  made += 1;
  const now = Date.now();
  return database().meeting.create({
    data: {
      alias: `meet-${made}`,
      serviceName: `Call ${made}`,
      validFrom: new Date(now),
      validUntil: new Date(now + 60 * 60 * 1000),
      hostPin: '123456789012',
      hostKeyHash: '0'.repeat(64),
    },
  });
}

const report = (event: string, data: Record<string, unknown>) =>
  recordEvents(readDelivery(JSON.stringify(sampleEvent(event, data, { time: Date.now() / 1000 }))));
const meetingOf = (list: LiveList | null, alias: string) => list?.meetings.find((entry) => entry.alias === alias);

test('a desk gets the whole list at once, and what nodes report without asking again', async () => {
  const meeting = await openMeeting();
  const watching = desk();
  await expect.poll(() => meetingOf(watching.list, meeting.alias)?.people, SOON).toEqual([]);

  const person = { uuid: 'leg-1', conference: meeting.serviceName, display_name: 'Ann', role: 'chair' };
  await report('participant_connected', { ...person, service_type: 'conference' });
  await expect
    .poll(() => meetingOf(watching.list, meeting.alias)?.people, SOON)
    .toMatchObject([{ displayName: 'Ann', role: 'host', isWaiting: false, isAgent: false }]);
  await report('participant_disconnected', { uuid: 'leg-1' });
  await expect.poll(() => meetingOf(watching.list, meeting.alias)?.people, SOON).toEqual([]);
});

test('whoever comes in with an agent’s ticket is shown as the agent', async () => {
  const meeting = await openMeeting();
  const agent = await database().agent.create({ data: { email: 'a@example.com', name: 'A', passwordHash: 'x' } });
  const ticketFor = (agentId: string | null) =>
    database().ticket.create({
      data: { meetingId: meeting.id, displayName: 'A', role: 'host', agentId, expiresAt: new Date() },
    });
  const [own, visitors] = [await ticketFor(agent.id), await ticketFor(null)];
  const watching = desk();
  await report('participant_connected', { uuid: 'v', conference: meeting.serviceName, call_tag: visitors.id });
  await report('participant_connected', { uuid: 'w', conference: meeting.serviceName, call_tag: 'anything at all' });
  await expect.poll(() => meetingOf(watching.list, meeting.alias)?.people.length, SOON).toBe(2);
  expect(meetingOf(watching.list, meeting.alias)).toMatchObject({ hasAgent: false });
  await report('participant_connected', { uuid: 'a', conference: meeting.serviceName, call_tag: own.id });
  await expect.poll(() => meetingOf(watching.list, meeting.alias)?.hasAgent, SOON).toBe(true);
});

test('a meeting that was created is told to desks that are already open', async () => {
  const watching = desk();
  await expect.poll(() => watching.lists, SOON).toBeGreaterThan(0);
  const meeting = await openMeeting();
  await notifyLive(database(), meeting.id);
  await expect.poll(() => meetingOf(watching.list, meeting.alias), SOON).toBeDefined();
});

test('a burst of changes is fewer lists than changes, the last of them complete', async () => {
  const meeting = await openMeeting();
  const watching = desk();
  await expect.poll(() => watching.lists, SOON).toBeGreaterThan(0);
  const listsBefore = watching.lists;
  const nodes = [1, 2, 3, 4].map(async (node) => {
    for (let count = 1; count <= 10; count += 1) {
      await report('participant_connected', { uuid: `burst-${node}-${count}`, conference: meeting.serviceName });
    }
  });
  await Promise.all(nodes);
  await expect.poll(() => meetingOf(watching.list, meeting.alias)?.people.length, SOON).toBe(40);
  expect(watching.lists - listsBefore).toBeLessThan(40);
});

test('nothing is missed when the listening connection is lost', async () => {
  const watching = desk();
  const listeners =
    "select pid from pg_stat_activity where application_name = 'mayfly notices' and datname = current_database()";
  await expect.poll(async () => (await pool().query(listeners)).rowCount, SOON).toBe(1);
  await pool().query(`select pg_terminate_backend(pid) from (${listeners}) as listening`);
  const meeting = await openMeeting();
  await notifyLive(database(), meeting.id);
  await expect.poll(() => meetingOf(watching.list, meeting.alias), SOON).toBeDefined();
});

test('a stream ends when its browser goes, when the process stops, and lets go of its connection', async () => {
  const [gone, left] = [desk(), desk()];
  await expect.poll(() => gone.list && left.list, SOON).toBeTruthy();
  gone.abort();
  await expect.poll(() => gone.isOpen, SOON).toBe(false);
  expect(left.isOpen).toBe(true);
  closeLiveStreams();
  await expect.poll(() => left.isOpen, SOON).toBe(false);
  const listening =
    "select 1 from pg_stat_activity where application_name = 'mayfly notices' and datname = current_database()";
  await expect.poll(async () => (await pool().query(listening)).rowCount, SOON).toBe(0);
});

test('a browser that does not read is dropped instead of being kept in memory', async () => {
  const meeting = await openMeeting();
  const crowd = Array.from({ length: 600 }, (_, index) =>
    sampleEvent('participant_connected', {
      uuid: `crowd-${index}`,
      conference: meeting.serviceName,
      display_name: 'n'.repeat(250),
    }),
  );
  await recordEvents(readDelivery(JSON.stringify({ event: 'eventsink_bulk', data: crowd })));
  const abort = new AbortController();
  const reader = liveStream(abort.signal).body!.getReader();
  const watching = desk();
  for (let round = 1; round <= 12; round += 1) {
    await report('participant_updated', { uuid: 'crowd-0', display_name: `round ${round}` });
    await expect
      .poll(
        () => meetingOf(watching.list, meeting.alias)?.people.some((one) => one.displayName === `round ${round}`),
        SOON,
      )
      .toBe(true);
  }
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) size += part.value.length;
  expect(size).toBeLessThan(2 * 1024 * 1024);
  expect(watching.isOpen).toBe(true);
});
