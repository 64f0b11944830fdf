import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { database, pool } from '@/lib/db/client';
import { storedMeeting, storedParticipant } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { meetingOf, namesIn, openDesk, tellOf } from '@/lib/testing/live-desk';
import { LIVE_CHANNEL } from './live-channel';
import { closeLiveStreams } from './live-hub';
import { notifyLive } from './notify-live';

beforeAll(async () => {
  await testDatabase();
});
afterEach(() => closeLiveStreams());

/** Long enough for a busy machine, and shorter than the look at everything (60 s), which brings what no notice has brought. */
const SOON = { timeout: 10_000, interval: 20 };
const collectGarbage = () => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
};
const LISTENERS =
  "select pid from pg_stat_activity where application_name = 'mayfly notices' and datname = current_database()";

test('a desk gets the whole list at once, and what changes without asking again', async () => {
  const meeting = await storedMeeting();
  const desk = openDesk();
  await expect.poll(() => namesIn(desk, meeting.alias), SOON).toEqual([]);
  await storedParticipant(meeting.serviceName, { displayName: 'Ann' });
  await tellOf(meeting.serviceName);
  await expect.poll(() => namesIn(desk, meeting.alias), SOON).toEqual(['Ann']);
  await database().participant.updateMany({ data: { leftAt: new Date() } });
  await tellOf(meeting.serviceName);
  await expect.poll(() => namesIn(desk, meeting.alias), SOON).toEqual([]);
  expect(desk.snapshots).toBe(1);
});

test('a meeting that was created, and one that was cancelled, is told to desks that are already open', async () => {
  const desk = openDesk();
  await expect.poll(() => desk.list, SOON).not.toBeNull();
  const meeting = await storedMeeting();
  await notifyLive(database(), meeting.id);
  await expect.poll(() => meetingOf(desk, meeting.alias), SOON).toBeDefined();
  await database().meeting.update({ where: { id: meeting.id }, data: { cancelledAt: new Date() } });
  await notifyLive(database(), meeting.id);
  await expect.poll(() => meetingOf(desk, meeting.alias), SOON).toBeUndefined();
});

test('a change is on the desk in a moment', async () => {
  const meeting = await storedMeeting();
  await storedParticipant(meeting.serviceName);
  const desk = openDesk();
  await expect.poll(() => desk.list, SOON).not.toBeNull();
  const took: number[] = [];
  for (let count = 1; count <= 20; count += 1) {
    await database().participant.updateMany({ data: { displayName: `Ann ${count}` } });
    const begun = performance.now();
    await tellOf(meeting.serviceName);
    await expect.poll(() => namesIn(desk, meeting.alias), { ...SOON, interval: 1 }).toEqual([`Ann ${count}`]);
    took.push(performance.now() - begun);
  }
  // Half of what is promised from a node's report to the browser, on a machine that does other things too.
  expect(took.sort((left, right) => left - right)[10]).toBeLessThan(150);
});

test('a burst of changes is fewer messages than changes, the last of them complete', async () => {
  const meeting = await storedMeeting();
  const desk = openDesk();
  await expect.poll(() => desk.list, SOON).not.toBeNull();
  const joins = Array.from({ length: 40 }, async () => {
    await storedParticipant(meeting.serviceName);
    await tellOf(meeting.serviceName);
  });
  await Promise.all(joins);
  await expect.poll(() => meetingOf(desk, meeting.alias)?.peopleCount, SOON).toBe(40);
  expect(desk.changes).toBeLessThan(40);
});

test('nothing is missed when the listening connection is lost', async () => {
  const desk = openDesk();
  await expect.poll(async () => (await pool().query(LISTENERS)).rowCount, SOON).toBe(1);
  await expect.poll(() => desk.list, SOON).not.toBeNull();
  await pool().query(`select pg_terminate_backend(pid) from (${LISTENERS}) as listening`);
  const meeting = await storedMeeting();
  await notifyLive(database(), meeting.id);
  await expect.poll(() => meetingOf(desk, meeting.alias), SOON).toBeDefined();
});

test('a notice that this version does not know brings a look at everything', async () => {
  const desk = openDesk();
  await expect.poll(() => desk.list, SOON).not.toBeNull();
  const meeting = await storedMeeting();
  await pool().query('select pg_notify($1, $2)', [LIVE_CHANNEL, '{"mood":"calm"}']);
  await expect.poll(() => meetingOf(desk, meeting.alias), SOON).toBeDefined();
});

test('a stream ends when its browser goes, when the process stops, and lets go of its connection', async () => {
  const [gone, left] = [openDesk(), openDesk()];
  await expect.poll(() => gone.list && left.list, SOON).toBeTruthy();
  // Streams are open for minutes: what nobody keeps is collected meanwhile.
  collectGarbage();
  gone.abort();
  await expect.poll(() => gone.isOpen, SOON).toBe(false);
  expect(left.isOpen).toBe(true);
  closeLiveStreams();
  await expect.poll(() => left.isOpen, SOON).toBe(false);
  await expect.poll(async () => (await pool().query(LISTENERS)).rowCount, SOON).toBe(0);
});
