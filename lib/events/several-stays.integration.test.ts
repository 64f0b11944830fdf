import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { database } from '@/lib/db/client';
import { meetingDetail } from '@/lib/history/meeting-detail';
import { deleteForeign } from '@/lib/retention/delete-foreign-store';
import { erasePeople } from '@/lib/retention/erase-people-store';
import { storedMeeting, storedTicket } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { sampleEvent } from '@/lib/testing/sample-events';
import { untilApplied } from '@/lib/testing/until-applied';
import { addWebhook, clearWebhooks } from '@/lib/testing/webhooks';
import { readDelivery } from './read-delivery';
import { storeEvents } from './store-events';

// A leg in several conferences, or in one several times, under one id.

beforeAll(async () => {
  await testDatabase();
  await addWebhook('https://example.com/hook');
});
afterAll(clearWebhooks);

const began = Math.floor(Date.now() / 1000) - 3_000;
const at = (after: number) => new Date((began + after) * 1000);
const event = (name: string, after: number, data: Record<string, unknown>) =>
  sampleEvent(name, data, { time: began + after, seq: after });

async function hear(...events: object[]): Promise<void> {
  await storeEvents(readDelivery(JSON.stringify({ event: 'eventsink_bulk', data: events })));
  await untilApplied();
}

let a: Awaited<ReturnType<typeof storedMeeting>>;
let b: typeof a;
let leg: Record<string, unknown>;
beforeEach(async () => {
  [a, b] = [await storedMeeting(), await storedMeeting()];
  const here = { has_media: true, service_type: 'conference', role: 'guest', connect_time: began };
  leg = { uuid: randomUUID(), conversation_id: randomUUID(), display_name: 'Dana', protocol: 'SIP', ...here };
});

const conferenceOf = ({ serviceName }: typeof a) => database().conference.findUnique({ where: { serviceName } });
const peopleOf = ({ serviceName }: typeof a) => database().participant.findMany({ where: { serviceName } });
async function toldOf({ serviceName }: typeof a): Promise<[string, Date][]> {
  const told = await database().webhookEvent.findMany({
    where: { key: { contains: serviceName }, type: { startsWith: 'participant.' } },
    orderBy: [{ at: 'asc' }, { key: 'asc' }],
  });
  return told.map((each) => [each.type, each.at]);
}

const intoA = () => [
  event('conference_started', 0, { name: a.serviceName }),
  event('participant_connected', 1, { ...leg, conference: a.serviceName }),
];
const intoB = () => [
  event('participant_updated', 600, { ...leg, conference: b.serviceName }),
  event('conference_ended', 601, { name: a.serviceName }),
];
const outOfB = () => event('participant_disconnected', 900, { ...leg, conference: b.serviceName });

test('who is transferred was in the first conference until then, in the other since, and has left both', async () => {
  await hear(...intoA());
  await hear(...intoB());
  await hear(outOfB());
  expect(await peopleOf(a)).toMatchObject([
    { displayName: 'Dana', arrivedAt: at(0), joinedAt: at(1), leftAt: at(600) },
  ]);
  expect(await conferenceOf(a)).toMatchObject({
    ...{ people: 1, firstJoinedAt: at(1), durationMs: 599_000n, endedBy: 'everyone_left', endedAt: at(601) },
  });
  expect(await peopleOf(b)).toMatchObject([{ arrivedAt: at(600), joinedAt: at(600), leftAt: at(900) }]);
  expect(await conferenceOf(b)).toMatchObject({ people: 1, durationMs: 300_000n });
  expect(await toldOf(a)).toEqual([
    ['participant.joined', at(1)],
    ['participant.left', at(600)],
  ]);
  expect(await toldOf(b)).toEqual([
    ['participant.joined', at(600)],
    ['participant.left', at(900)],
  ]);
});

test('who is transferred and comes back was away in between, and the first conference had nobody then', async () => {
  await hear(...intoA());
  await hear(...intoB());
  await hear(event('participant_updated', 700, { ...leg, conference: a.serviceName }));
  await hear(event('participant_disconnected', 900, { ...leg, conference: a.serviceName }));
  expect(await peopleOf(a)).toMatchObject([{ joinedAt: at(1), leftAt: at(900), awayMs: 100_000 }]);
  expect(await conferenceOf(a)).toMatchObject({ people: 1, peak: 1, durationMs: 799_000n });
  expect(await peopleOf(b)).toMatchObject([{ joinedAt: at(600), leftAt: at(700), awayMs: 0 }]);
});

const quality = (after: number, was: string, now: string) =>
  event('participant_media_stream_window', after, { uuid: leg.uuid, call_quality_was: was, call_quality_now: now });

/** Of the one who was there: seconds after the beginning, and what their quality became. */
const changesIn = async ({ id }: typeof a) =>
  (await meetingDetail(id, new Date()))?.people.flatMap((person) =>
    person.quality.map((change) => [Date.parse(change.at) / 1000 - began, change.quality]),
  );

test('who is transferred away, and comes back only to wait, was inside until the first', async () => {
  await hear(...intoA());
  await hear(...intoB());
  const waits = { ...leg, conference: a.serviceName, service_type: 'waiting_room' };
  await hear(event('participant_updated', 700, waits));
  expect(await peopleOf(a)).toMatchObject([{ isWaiting: true, joinedAt: at(1), leftAt: null }]);
  expect(await conferenceOf(a)).toMatchObject({ durationMs: 599_000n, lastLeftAt: at(600) });
  await hear(event('participant_disconnected', 900, waits));
  expect(await peopleOf(a)).toMatchObject([{ joinedAt: at(1), leftAt: at(900), awayMs: 300_000 }]);
  expect(await conferenceOf(a)).toMatchObject({ people: 1, peak: 1, durationMs: 599_000n, lastLeftAt: at(600) });
});

test('who is transferred leaves their quality behind, and takes the final figures along', async () => {
  const streams = [{ stream_id: '0', stream_type: 'audio', end_time: began + 900 }];
  await hear(...intoA(), quality(300, '0_unknown', '4_terrible'), quality(500, '4_terrible', '3_bad'));
  await hear(...intoB(), quality(700, '3_bad', '2_ok'), quality(800, '2_ok', '1_good'));
  await hear(outOfB(), event('participant_media_streams_destroyed', 901, { uuid: leg.uuid, media_streams: streams }));
  expect(await peopleOf(a)).toMatchObject([{ quality: 3, worstQuality: 4, streams: null }]);
  expect(await peopleOf(b)).toMatchObject([{ quality: 1, worstQuality: 3, streams: [{ id: '0' }] }]);
  expect(await conferenceOf(b)).toMatchObject({ worstQuality: 3 });
  expect(await changesIn(a)).toEqual([
    [300, 4],
    [500, 3],
    [600, 0],
  ]);
  expect(await changesIn(b)).toEqual([
    [600, 3],
    [700, 2],
    [800, 1],
  ]);
});

test('whose quality settled before they were transferred has it until it becomes another, back again too', async () => {
  await hear(...intoA(), quality(300, '0_unknown', '4_terrible'));
  await hear(...intoB());
  expect(await peopleOf(b)).toMatchObject([{ quality: 4, worstQuality: 4 }]);
  await hear(
    quality(650, '4_terrible', '1_good'),
    event('participant_updated', 700, { ...leg, conference: a.serviceName }),
  );
  expect(await peopleOf(a)).toMatchObject([{ quality: 1, worstQuality: 4 }]);
  expect(await changesIn(a)).toEqual([
    [300, 4],
    [600, 0],
    [700, 1],
  ]);
  expect(await changesIn(b)).toEqual([
    [600, 4],
    [650, 1],
    [700, 0],
  ]);
});

test('a stay that turns out to have been none is taken away, and who was told of as joined has left', async () => {
  await hear(...intoA(), ...intoB());
  expect(await peopleOf(b)).toHaveLength(1);
  await hear(event('participant_disconnected', 500, { ...leg, conference: a.serviceName }));
  expect(await peopleOf(a)).toMatchObject([{ leftAt: at(500) }]);
  expect(await peopleOf(b)).toEqual([]);
  expect(await database().participantLeg.count({ where: { mainName: { in: [a.serviceName, b.serviceName] } } })).toBe(
    1,
  );
  expect(await conferenceOf(b)).toBeNull();
  expect((await toldOf(b)).map(([type]) => type)).toEqual(['participant.joined', 'participant.left']);
});

test('an agent who goes and comes back under the same id answered when they first came', async () => {
  const agent = await database().agent.create({
    data: { email: `${randomUUID()}@example.com`, name: 'Ingrid', passwordHash: 'none' },
  });
  const { id } = await storedTicket(a.id, { agentId: agent.id, role: 'host' });
  const hers = { ...leg, role: 'chair', call_tag: id, conference: a.serviceName };
  await hear(event('participant_connected', 60, { ...hers, connect_time: began + 60 }));
  const room = `${a.serviceName}_breakout_0f8fad5b-d9cb-469f-a165-70867728950e`;
  await hear(
    event('participant_disconnected', 1_200, hers),
    event('participant_connected', 1_201, { ...hers, conference: room, connect_time: null }),
  );
  expect(await conferenceOf(a)).toMatchObject({ answeredAt: at(60), hostJoinedAt: at(60), people: 1, hasHost: true });
  expect(await toldOf(a)).toEqual([['participant.joined', at(60)]]);
});

test('somebody else with an agent’s ticket is no agent, nor is who brings one of another meeting, nor where they are moved', async () => {
  const agent = await database().agent.create({
    data: { email: `${randomUUID()}@example.com`, name: 'Ingrid', passwordHash: 'none' },
  });
  const { id } = await storedTicket(a.id, { agentId: agent.id, role: 'host' });
  const eve = { ...leg, uuid: randomUUID(), conversation_id: randomUUID(), display_name: 'Eve', call_tag: id };
  const there = { ...eve, uuid: randomUUID(), conversation_id: randomUUID(), display_name: 'Thera' };
  await hear(
    event('participant_connected', 300, { ...eve, conference: a.serviceName, connect_time: null }),
    event('participant_updated', 600, { ...eve, conference: b.serviceName, connect_time: null }),
    event('participant_connected', 700, { ...there, conference: b.serviceName, connect_time: null }),
  );
  // Whose it is was heard of last, and in one conference only.
  await hear(event('participant_connected', 60, { ...leg, conference: a.serviceName, call_tag: id }));
  const agents = async (meeting: typeof a) =>
    (await peopleOf(meeting)).map(({ displayName, agentId, ticketId }) => [displayName, agentId, ticketId]);
  expect((await agents(a)).sort()).toEqual([
    ['Dana', agent.id, id],
    ['Eve', null, null],
  ]);
  expect((await agents(b)).sort()).toEqual([
    ['Eve', null, null],
    ['Thera', null, null],
  ]);
  expect(await conferenceOf(a)).toMatchObject({ answeredAt: at(60) });
  expect(await conferenceOf(b)).toMatchObject({ answeredAt: null });
});

test('two who turn out to be one person have left once more than they', async () => {
  const other = { ...leg, uuid: randomUUID(), conversation_id: randomUUID(), conference: a.serviceName };
  await hear(...intoA(), event('participant_connected', 2, other));
  expect(await peopleOf(a)).toHaveLength(2);
  await hear(event('participant_updated', 3, { ...other, related_uuids: [leg.uuid] }));
  expect(await peopleOf(a)).toHaveLength(1);
  expect((await toldOf(a)).map(([type]) => type)).toEqual([
    'participant.joined',
    'participant.joined',
    'participant.left',
  ]);
});

test('who is erased in the first conference is named there no more, and nowhere in what was reported', async () => {
  await hear(...intoA());
  await hear(...intoB());
  const conversationId = String(leg.conversation_id);
  const named = [{ serviceName: a.serviceName, conversationId }];
  expect(await erasePeople(named, { kind: 'mayfly' }, new Date())).toMatchObject({ ok: true, events: 2 });
  expect(await peopleOf(a)).toMatchObject([{ displayName: 'Erased' }]);
  await hear(outOfB());
  expect(await peopleOf(a)).toMatchObject([{ displayName: 'Erased', leftAt: at(600) }]);
  expect(await peopleOf(b)).toMatchObject([{ displayName: 'Dana', leftAt: at(900) }]);
});

test('of conferences that are not ours, a leg goes with all its stays', async () => {
  const [uuid, kept] = [randomUUID(), randomUUID()];
  await hear(
    event('participant_connected', 1, { ...leg, uuid, conference: 'Board room', related_uuids: [kept] }),
    event('participant_updated', 2, { ...leg, uuid, conference: 'Canteen' }),
    event('participant_connected', 3, { ...leg, uuid: kept, conference: 'Board room', related_uuids: [uuid] }),
  );
  const rooms = { mainName: { in: ['Board room', 'Canteen'] } };
  expect(await database().participantLeg.count({ where: rooms })).toBe(3);
  await database().$transaction((tx) => deleteForeign(tx, [`leg:${uuid}`]));
  expect(await database().participantLeg.findMany({ where: rooms })).toMatchObject([{ id: kept }]);
});
