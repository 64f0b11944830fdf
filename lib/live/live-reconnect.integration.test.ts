import fc from 'fast-check';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { database, pool } from '@/lib/db/client';
import { storedMeeting, storedParticipant } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { meetingOf, namesIn, newDesk, openDesk, readInto, tellOf, type LiveDesk } from '@/lib/testing/live-desk';
import { closeLiveStreams } from './live-hub';
import { loadLiveList } from './live-store';
import { liveStream } from './live-stream';
import { notifyConferences, notifyLive } from './notify-live';

beforeAll(async () => {
  await testDatabase();
});
afterEach(() => closeLiveStreams());

const SOON = { timeout: 10_000, interval: 20 };

test('a desk that connects again gets what it missed and no more, though nobody was listening meanwhile', async () => {
  const [quiet, busy] = [await storedMeeting(), await storedMeeting()];
  const before = openDesk();
  await expect.poll(() => meetingOf(before, quiet.alias), SOON).toBeDefined();
  before.abort();
  await expect.poll(() => before.isOpen, SOON).toBe(false);
  await storedParticipant(busy.serviceName, { displayName: 'Ann' });

  const after = openDesk(before);
  await expect.poll(() => namesIn(after, busy.alias), SOON).toEqual(['Ann']);
  expect(after.snapshots).toBe(0);
  // The very same object: nothing was said about it.
  expect(meetingOf(after, quiet.alias)).toBe(meetingOf(before, quiet.alias));
});

test('a desk that missed nothing is told that it is up to date, at our time', async () => {
  const before = openDesk();
  await expect.poll(() => before.list, SOON).not.toBeNull();
  before.abort();
  const [firstTime, firstId] = [before.list!.serverTime, before.lastEventId];
  const after = openDesk(before);
  await expect.poll(() => after.changes, SOON).toBe(1);
  expect(after).toMatchObject({ snapshots: 0, lastEventId: firstId });
  expect(after.list!.serverTime > firstTime).toBe(true);
});

test('a page that had to begin anew says where it was in its address', async () => {
  const before = openDesk();
  await expect.poll(() => before.lastEventId, SOON).not.toBeNull();
  const request = new Request(`http://instance/api/live?since=${before.lastEventId}`);
  const reader = liveStream(request).body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('event: ')) text += (await reader.read()).value;
  expect(text).toContain('event: changes');
});

test.each([
  ['another process', '0123456789ab-3'],
  ['nobody', 'what is this?'],
])('a desk with an id of %s gets the whole list', async (_name, lastEventId) => {
  const desk = openDesk(newDesk({ lastEventId }));
  await expect.poll(() => desk.snapshots, SOON).toBe(1);
});

const MEETINGS = 5;
const anyStep = fc.record({
  what: fc.constantFrom('join', 'join', 'rename', 'leave', 'topic', 'cancel', 'go away', 'come back'),
  meeting: fc.nat(MEETINGS - 1),
  isWaiting: fc.boolean(),
  pauseMs: fc.constantFrom(0, 0, 0, 20, 80),
});
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

async function change({ what, isWaiting }: Step, meeting: { id: string; serviceName: string }, number: number) {
  const { id, serviceName } = meeting;
  const [participant, meetings] = [database().participant, database().meeting];
  if (what === 'join') await storedParticipant(serviceName, { displayName: `Ann ${number}`, isWaiting });
  if (what === 'rename')
    await participant.updateMany({ where: { serviceName }, data: { displayName: `Bo ${number}` } });
  if (what === 'leave') await participant.updateMany({ where: { serviceName }, data: { leftAt: new Date() } });
  if (what === 'topic') await meetings.update({ where: { id }, data: { topic: `Topic ${number}` } });
  if (what === 'cancel') await meetings.update({ where: { id }, data: { cancelledAt: isWaiting ? new Date() : null } });
  await (what === 'topic' || what === 'cancel' ? notifyLive(database(), id) : tellOf(serviceName));
}

function comeBack(desk: ReturnType<typeof openDesk>) {
  desk.abort();
  return openDesk(desk);
}

test('a desk that comes and goes at random has in the end what the tables have', { timeout: 120_000 }, async () => {
  const follow = async (steps: Step[]) => {
    await pool().query('truncate meeting, participant cascade');
    const meetings = await Promise.all(Array.from({ length: MEETINGS }, () => storedMeeting()));
    closeLiveStreams();
    const steady = openDesk();
    let desk = openDesk();
    await expect.poll(() => desk.list && steady.list, SOON).toBeTruthy();
    for (const [number, step] of steps.entries()) {
      if (step.what === 'go away') desk.abort();
      else if (step.what === 'come back') desk = comeBack(desk);
      else await change(step, meetings[step.meeting]!, number);
      await new Promise((resolve) => setTimeout(resolve, step.pauseMs));
    }
    desk = comeBack(desk);
    const truth = (await loadLiveList(new Date())).meetings;
    await expect.poll(() => desk.list?.meetings, SOON).toEqual(truth);
    await expect.poll(() => steady.list?.meetings, SOON).toEqual(truth);
    // What was missed was enough; nobody needed the whole list again.
    expect([desk.snapshots, steady.snapshots]).toEqual([0, 1]);
  };
  const steps = fc.array(anyStep, { minLength: 10, maxLength: 40, size: 'max' });
  await fc.assert(fc.asyncProperty(steps, follow), { numRuns: 10, endOnFailure: true });
});

/** Meetings of which every change is five kilobytes. */
async function crowded(count: number) {
  const { rows } = await pool().query<{ alias: string; serviceName: string }>(
    `with crowded as (
       insert into meeting (alias, service_name, valid_from, valid_until, host_pin, host_key_hash)
       select name, name, now(), now() + interval '1 hour', '1', repeat('0', 64)
       from (select gen_random_uuid()::text as name from generate_series(1, $1)) as made returning alias, service_name
     ), people as (
       insert into participant
         (service_name, conversation_id, display_name, is_counted, is_waiting, is_muted, arrived_at)
       select service_name, 'crowd-' || n, repeat('n', 250), true, false, false, now()
       from crowded cross join generate_series(1, 12) as n
     )
     select alias, service_name as "serviceName" from crowded`,
    [count],
  );
  return rows;
}

async function rename(meetings: { alias: string; serviceName: string }[], displayName: string, desk: LiveDesk) {
  const serviceName = { in: meetings.map((meeting) => meeting.serviceName) };
  await database().participant.updateMany({ where: { serviceName, conversationId: 'crowd-1' }, data: { displayName } });
  await database().$transaction((tx) => notifyConferences(tx, serviceName.in));
  await expect.poll(() => meetings.every(({ alias }) => namesIn(desk, alias)?.includes(displayName)), SOON).toBe(true);
}

/** A browser that has read the whole list, and then reads no more. */
async function stalledDesk() {
  const stream = liveStream(new Request('http://instance/api/live')).body!;
  const reader = stream.getReader();
  let text = '';
  while (!/event: snapshot[^]*\n\n$/.test(text)) text += new TextDecoder().decode((await reader.read()).value);
  return { stream, reader, lastEventId: /id: (.*)/.exec(text)?.[1] ?? null };
}

test('a browser that stops reading is dropped, begins anew, and the others notice nothing', async () => {
  // Each half is more than half of the eight megabytes that the log holds.
  const meetings = await crowded(2_000);
  const { reader, lastEventId } = await stalledDesk();
  const watching = openDesk();
  await expect.poll(() => watching.list, SOON).not.toBeNull();
  for (const half of [meetings.slice(0, 1_000), meetings.slice(1_000)]) await rename(half, 'another', watching);
  let unread = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) unread += part.value.length;
  // No more was kept for it than the message it was in the midst of.
  expect(unread).toBeLessThan(512 * 1024);
  expect(watching).toMatchObject({ isOpen: true, snapshots: 1 });

  const again = openDesk(newDesk({ lastEventId }));
  await expect.poll(() => again.snapshots, SOON).toBe(1);
});

test('a browser that does not keep up with one large meeting reads on with its latest state alone', async () => {
  const [meeting] = await crowded(1);
  const { stream, reader, lastEventId } = await stalledDesk();
  const watching = openDesk();
  await expect.poll(() => watching.list, SOON).not.toBeNull();
  const { list } = watching;
  for (let round = 1; round <= 60; round += 1) await rename([meeting!], `round ${round}`, watching);
  const slow = newDesk({ list });
  // Reads on.
  reader.releaseLock();
  void readInto(slow, stream);
  await expect.poll(() => namesIn(slow, meeting!.alias)?.includes('round 60'), SOON).toBe(true);
  // What it was in the midst of, and what came last.
  expect(slow.changes).toBeLessThanOrEqual(2);

  const again = openDesk(newDesk({ list, lastEventId }));
  await expect.poll(() => again.changes, SOON).toBe(1);
  expect(again.snapshots).toBe(0);
  expect(namesIn(again, meeting!.alias)).toContain('round 60');
});
