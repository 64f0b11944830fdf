import { beforeAll, beforeEach, expect, test } from 'vitest';
import { database, pool } from '@/lib/db/client';
import { recordEvents } from '@/lib/events/event-store';
import { readDelivery } from '@/lib/events/read-delivery';
import { testDatabase } from '@/lib/testing/database';
import { sampleEvent } from '@/lib/testing/sample-events';
import { loadLiveList } from './live-store';

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  await pool().query('truncate meeting, sink_event, participant_leg, conference_node cascade');
});

const NOW = new Date();
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const seconds = (count: number) => minutes(count).getTime() / 1000;

/** Meetings of one kind, each a second younger than the one before it. */
async function meetings(kind: string, count: number, from: Date, until = minutes(60)) {
  await database().meeting.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      alias: `${kind}-${index}`,
      serviceName: `${kind}-${index}`,
      validFrom: new Date(from.getTime() + index * 1000),
      validUntil: until,
      hostPin: '123456789012',
      hostKeyHash: '0'.repeat(64),
    })),
  });
}

const report = (...events: ReturnType<typeof sampleEvent>[]) =>
  recordEvents(readDelivery(JSON.stringify({ event: 'eventsink_bulk', data: events })));
const connected = (conference: string, minute: number, uuid = conference) =>
  sampleEvent('participant_connected', { uuid, conference }, { time: seconds(minute) });
const aliasesWithPeople = async () =>
  (await loadLiveList(NOW)).meetings.filter((meeting) => meeting.people.length > 0).map((meeting) => meeting.alias);

test('the newest caller is on the desk, however many older meetings are empty', async () => {
  await meetings('empty', 1_150, minutes(-50));
  await meetings('ahead', 150, minutes(30));
  await meetings('caller', 1, minutes(-1));
  await report(connected('caller-0', -1));

  const listed = (await loadLiveList(NOW)).meetings.map((meeting) => meeting.alias);
  expect(listed[0]).toBe('caller-0');
  expect(listed).toContain('empty-1149');
  expect(listed).toContain('ahead-0');
  expect(listed).toHaveLength(201);
});

test('eleven hundred callers are all on the desk', async () => {
  await meetings('caller', 1_101, minutes(-50));
  await database().participantLeg.createMany({
    data: Array.from({ length: 1_101 }, (_, index) => ({
      id: `leg-${index}`,
      conversationId: `leg-${index}`,
      serviceName: `caller-${index}`,
      node: '192.0.2.11',
      connectedAt: minutes(-5),
    })),
  });
  expect(await aliasesWithPeople()).toHaveLength(1_101);
});

test('who is in a meeting that was over long ago, or is not near, is on no desk', async () => {
  await meetings('past', 1, minutes(-90), minutes(-16));
  await meetings('just-over', 1, minutes(-90), minutes(-14));
  await meetings('far', 1, minutes(13 * 60), minutes(14 * 60));
  await report(connected('past-0', -20), connected('just-over-0', -20), connected('far-0', -1));
  expect(await aliasesWithPeople()).toEqual(['just-over-0']);
});

test('a leg whose disconnect was lost leaves the desk with its node’s conference, and stays away', async () => {
  await meetings('room', 1, minutes(-30));
  await report(connected('room-0', -20, 'ghost'));
  expect(await aliasesWithPeople()).toEqual(['room-0']);

  await report(sampleEvent('conference_ended', { name: 'room-0' }, { time: seconds(-10) }));
  expect(await aliasesWithPeople()).toEqual([]);

  await report(
    sampleEvent('conference_started', { name: 'room-0', start_time: seconds(-5) }, { time: seconds(-5) }),
    connected('room-0', -5, 'back'),
  );
  expect((await loadLiveList(NOW)).meetings).toMatchObject([{ people: [{ id: 'back' }] }]);
});

test('a sink that starts again is no proof that anybody left', async () => {
  await meetings('room', 1, minutes(-30));
  await report(connected('room-0', -20), sampleEvent('eventsink_started', {}, { seq: 1, time: seconds(-10) }));
  expect(await aliasesWithPeople()).toEqual(['room-0']);
});
