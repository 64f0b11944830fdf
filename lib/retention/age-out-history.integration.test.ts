import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database, disconnectDatabase, pool } from '@/lib/db/client';
import { readMigrations } from '@/lib/db/migrate';
import { readDelivery } from '@/lib/events/read-delivery';
import { storeEvents } from '@/lib/events/store-events';
import { storedInvitation, storedMeeting, storedTicket } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { untilApplied } from '@/lib/testing/until-applied';
import { ageOutHistory } from './age-out-history';
import { RETENTION } from './retention-settings';

beforeAll(async () => void (await testDatabase()));
afterAll(disconnectDatabase);
beforeEach(async () => {
  await database().$executeRaw`truncate sink_event, event_to_apply, participant, participant_leg, conference,
    conference_node, leg_media, media_window, meeting, ticket, invitation, call_rating, setting`;
});

const DAY = 24 * 60 * 60_000;
const NOW = new Date();
const before = (days: number) => new Date(NOW.getTime() - days * DAY);

async function keep(settings: { namesDays?: number; eventsDays?: number; meetingsDays?: number | null }) {
  const value = { namesDays: 90, eventsDays: 30, meetingsDays: null, ...settings };
  await database().setting.create({ data: { key: RETENTION, value } });
}

/** What is told differently: the media under another leg of that person, these fields of their leg. */
interface Told {
  toldUnder?: string;
  told?: Record<string, string>;
}

/** A meeting of an hour so many days ago, in which one person was, as a node reported it then. */
async function met(days: number, told: Told = {}) {
  const began = before(days).getTime() / 1000;
  const validUntil = new Date((began + 3_600) * 1000);
  const meeting = await storedMeeting({ visitorName: 'Dana', validFrom: before(days), validUntil });
  const { id: ticketId } = await storedTicket(meeting.id);
  await storedInvitation(meeting.id);
  const rating = { stars: 2, word: 'Dana was hard to hear', ratedAt: validUntil };
  await database().callRating.create({ data: { ...rating, ticketId, meetingId: meeting.id } });
  return { meeting, ...(await metIn(meeting.serviceName, days, told)) };
}

/** The same without a meeting of ours. */
async function metIn(conference: string, days: number, { toldUnder, told }: Told = {}) {
  const began = before(days).getTime() / 1000;
  const uuid = randomUUID();
  const data = {
    ...{ uuid, conference, display_name: 'Dana', source_alias: 'dana@example.com', has_media: true },
    ...(toldUnder && { related_uuids: [toldUnder] }),
    ...told,
  };
  const event = (after: number, event: string, data: object) => ({
    ...{ node: 'n', seq: after, version: 2, time: began + after, event, data },
  });
  const deliver = async (events: object[], receivedAt: Date) => {
    const { _max: newest } = await database().sinkEvent.aggregate({ _max: { id: true } });
    await storeEvents(readDelivery(JSON.stringify({ event: 'eventsink_bulk', data: events })));
    await untilApplied();
    await database().sinkEvent.updateMany({ where: { id: { gt: newest.id ?? 0n } }, data: { receivedAt } });
  };
  await deliver(
    [
      event(1, 'conference_started', { name: conference }),
      event(2, 'participant_connected', { ...data, service_type: 'conference' }),
      event(3, 'participant_media_stream_window', { uuid: toldUnder ?? uuid, call_quality_now: '2_ok' }),
      event(1800, 'participant_disconnected', { uuid, disconnect_reason: 'Call disconnected', ...told }),
      event(1801, 'conference_ended', { name: conference }),
    ],
    before(days),
  );
  return { uuid, event, data, deliver };
}

async function stored(serviceName: string) {
  const where = { serviceName };
  return {
    meeting: await database().meeting.findUnique({
      where,
      include: { tickets: true, invitations: true, ratings: true },
    }),
    person: await database().participant.findFirst({ where }),
    leg: await database().participantLeg.findFirst({ where: { mainName: serviceName } }),
    conference: await database().conference.findUnique({ where }),
  };
}

describe('names and addresses', () => {
  it('go after their days, from every row, and times and counts stay', async () => {
    await keep({ namesDays: 90 });
    const [old, young] = [await met(91), await met(89)];
    const known = { old: await stored(old.meeting.serviceName), young: await stored(young.meeting.serviceName) };
    expect(known.old.person).toMatchObject({ displayName: 'Dana', address: 'dana@example.com' });
    expect(await ageOutHistory(NOW)).toMatchObject({ erased: 1 });

    const after = await stored(old.meeting.serviceName);
    expect(after.person).toEqual({ ...known.old.person, displayName: 'Erased', address: null });
    expect(after.leg).toEqual({ ...known.old.leg, displayName: 'Erased', address: null, folding: null });
    const nameless = [{ displayName: 'Erased' }];
    expect(after.meeting).toMatchObject({ visitorName: 'Erased', tickets: nameless, invitations: nameless });
    expect(after.meeting?.ratings).toMatchObject([{ stars: 2, word: null }]);
    expect(after.conference).toEqual(known.old.conference);
    expect(await stored(young.meeting.serviceName)).toEqual(known.young);
    expect(await ageOutHistory(NOW)).toMatchObject({ erased: 0 });
  });

  it('go where they were changed during the call, and where no event has named the conference', async () => {
    await keep({ namesDays: 90, eventsDays: 3650 });
    const { meeting, uuid, event, deliver } = await met(91);
    await deliver([event(900, 'participant_updated', { uuid, display_name: 'Dana Newname' })], before(91));
    const nowhere = (display_name: string) => ({ uuid: `nowhere-${uuid}`, display_name });
    await deliver([event(1, 'participant_updated', nowhere('Early'))], before(98));
    await deliver([event(2, 'participant_updated', nowhere('Later'))], before(98));
    const { leg } = await stored(meeting.serviceName);
    expect(leg).toMatchObject({ displayName: 'Dana Newname', formerNames: ['Dana'] });
    await ageOutHistory(new Date(NOW.getTime() + 8 * DAY));
    const legs = await database().participantLeg.findMany({ select: { displayName: true, formerNames: true } });
    const nameless = { displayName: 'Erased', formerNames: [] };
    expect(legs).toEqual([nameless, nameless]);
  });

  it('go with free texts, also of who has neither a name nor an address', async () => {
    await keep({});
    const told = { display_name: '', source_alias: '', call_tag: 'for Dana', disconnect_reason: 'Bye from Dana' };
    const { meeting } = await met(100, { told });
    const { leg } = await stored(meeting.serviceName);
    expect(leg).toMatchObject({ callTag: 'for Dana', disconnectReason: 'Bye from Dana' });
    await ageOutHistory(NOW);
    const texts = { displayName: null, address: null, callTag: null, disconnectReason: 'Erased', folding: null };
    expect(await database().participantLeg.findMany()).toMatchObject([texts]);
    expect((await stored(meeting.serviceName)).person).toMatchObject({ leftReason: 'Erased' });
    expect(await ageOutHistory(NOW)).toMatchObject({ erased: 0 });
  });

  it('are not brought back by what is reported late of that leg', async () => {
    await keep({});
    const { meeting, uuid, event, data, deliver } = await met(100);
    await ageOutHistory(NOW);
    const erased = await stored(meeting.serviceName);
    await deliver([event(900, 'participant_updated', data), event(5000, 'participant_updated', data)], NOW);
    await deliver([event(5001, 'participant_connected', { ...data, uuid })], NOW);
    expect(await stored(meeting.serviceName)).toEqual(erased);
  });

  it('stay of whoever is still there, and of a leg that only waits for its conference', async () => {
    await keep({ namesDays: 7 });
    const { meeting, event, deliver } = await met(0);
    const leg = { uuid: randomUUID(), display_name: 'Early' };
    await deliver([event(10, 'participant_updated', leg)], NOW);
    const known = await stored(meeting.serviceName);
    await ageOutHistory(NOW);
    expect(await stored(meeting.serviceName)).toEqual(known);
    await deliver([event(20, 'participant_updated', { uuid: leg.uuid, conference: meeting.serviceName })], NOW);
    expect(await database().participantLeg.findUnique({ where: { id: leg.uuid } })).toMatchObject({
      displayName: 'Early',
    });
  });
});

it('free texts of those whose names an earlier release erased go once, by a migration', async () => {
  const reasons = ['Bye from Dana', 'Call disconnected (#pex128)', null];
  const tags = ['called for Dana', '0F8FAD5B-d9cb-469f-a165-70867728950e', null];
  const seen = { isCounted: true, isWaiting: false, isMuted: false };
  for (const displayName of ['Erased', 'Dana']) {
    const id = (index: number) => `${displayName}-${index}`;
    await database().participant.createMany({
      data: reasons.map((leftReason, index) => {
        return { serviceName: 'Call', conversationId: id(index), displayName, leftReason, ...seen };
      }),
    });
    await database().participantLeg.createMany({
      data: reasons.map((disconnectReason, index) => {
        const place = { conversationId: id(index), serviceName: 'Call', mainName: 'Call', node: 'n' };
        return { id: id(index), ...place, displayName, disconnectReason, callTag: tags[index]! };
      }),
    });
  }
  const migrations = await readMigrations('prisma/migrations');
  await pool().query(migrations.find(({ name }) => name.endsWith('_free_texts_of_the_erased'))!.sql);
  const people = await database().participant.findMany({ orderBy: { conversationId: 'asc' } });
  const legs = await database().participantLeg.findMany({ orderBy: { id: 'asc' } });
  const nameless = ['Erased', reasons[1], null];
  expect(people.map(({ leftReason }) => leftReason)).toEqual([...reasons, ...nameless]);
  expect(legs.map(({ disconnectReason }) => disconnectReason)).toEqual([...reasons, ...nameless]);
  expect(legs.map(({ callTag }) => callTag)).toEqual([...tags, null, tags[1], null]);
});

it('topics go with names where a visitor wrote them, and stay where an agent did', async () => {
  await keep({ namesDays: 90 });
  const agent = await database().agent.create({
    data: { name: 'Ingrid', email: 'ingrid@example.com', passwordHash: 'none' },
  });
  const about = (topic: string, days: number, createdByAgentId: string | null, visitorName: string | null) =>
    storedMeeting({ topic, validUntil: before(days), createdByAgentId, visitorName });
  await about('Dana’s roof', 91, null, 'Dana');
  await about('Bo’s roof', 91, null, null);
  await about('Young', 89, null, 'Dana');
  await about('An agent’s', 91, agent.id, null);
  await ageOutHistory(NOW);
  const select = { topic: true, visitorName: true };
  const left = await database().meeting.findMany({ select, orderBy: { createdAt: 'asc' } });
  expect(left).toEqual([
    { topic: null, visitorName: 'Erased' },
    { topic: null, visitorName: null },
    { topic: 'Young', visitorName: 'Dana' },
    { topic: 'An agent’s', visitorName: null },
  ]);
});

describe('reports', () => {
  it('go by whole subjects: what has newer ones keeps all of them', async () => {
    await keep({ eventsDays: 30 });
    const gone = await met(40);
    const kept = await met(40);
    const late = kept.event(2_000, 'participant_updated', { uuid: kept.uuid, is_muted: true });
    await kept.deliver([late], before(29));
    expect(await ageOutHistory(NOW)).toMatchObject({ events: 8 });
    const left = await database().sinkEvent.findMany({ select: { subject: true }, orderBy: { id: 'asc' } });
    expect(left.map(({ subject }) => subject)).toEqual(Array.from({ length: 3 }, () => `leg:${kept.uuid}`));
    expect((await stored(gone.meeting.serviceName)).person).toMatchObject({ displayName: 'Dana' });
  });

  it('of a room that is used for years go but for those that its row needs, whatever is told late', async () => {
    await keep({ eventsDays: 30 });
    const { meeting, event, deliver } = await met(400);
    const room = meeting.serviceName;
    const DAY_SECONDS = DAY / 1000;
    const life = (days: number, began = (400 - days) * DAY_SECONDS) => [
      event(began, 'conference_started', {
        name: room,
        tag: `on day ${days}`,
        start_time: before(days).getTime() / 1000,
      }),
      event(began + 60, 'conference_updated', { name: room, is_locked: days > 100, is_started: true }),
      event(began + 600, 'conference_ended', { name: room, is_locked: true }),
    ];
    for (let days = 400; days > 0; days -= 20) await deliver(life(days), before(days));
    const row = () => database().conferenceNode.findFirstOrThrow({ where: { serviceName: room } });
    const computed = await row();
    await ageOutHistory(NOW);
    const left = await database().sinkEvent.findMany({
      where: { subject: { startsWith: 'conference:' }, receivedAt: { lt: before(30) } },
    });
    // The end of the life before the last that is old, and that life.
    expect(left).toHaveLength(4);
    // Each has the history read anew: of a life that is gone, of one that is kept, and of the newest.
    for (const days of [300, 60, 20]) {
      const late = event((400 - days) * DAY_SECONDS + 90, 'conference_updated', { name: room, is_locked: false });
      await deliver([late], NOW);
      expect(await row()).toEqual(computed);
    }
    await deliver([event(399.5 * DAY_SECONDS, 'conference_started', { name: room })], NOW);
    expect(await row()).toMatchObject({ serviceTag: null, isLocked: false, hasHost: false, endedAt: computed.endedAt });
  });

  it('that are newer go on being applied to what is left of their subject', async () => {
    await keep({ eventsDays: 30 });
    const { meeting, uuid, event, deliver } = await met(40);
    await ageOutHistory(NOW);
    await deliver([event(2_000, 'participant_disconnected', { uuid, disconnect_reason: 'Told again' })], NOW);
    const { leg, person } = await stored(meeting.serviceName);
    expect(leg).toMatchObject({ displayName: 'Dana', disconnectReason: 'Told again' });
    expect(person?.arrivedAt).toEqual(new Date(Math.round(before(40).getTime() + 2_000)));
  });

  it('that nobody can read, and those about nothing, go by when they came', async () => {
    await keep({ eventsDays: 30 });
    await storeEvents(readDelivery('{"broken": 1}'));
    await storeEvents(
      readDelivery(JSON.stringify({ event: 'eventsink_updated', node: 'n', seq: 1, time: 1, data: {} })),
    );
    await untilApplied();
    await database().sinkEvent.updateMany({ data: { receivedAt: before(31) } });
    await storeEvents(readDelivery('{"broken": 2}'));
    expect(await ageOutHistory(NOW)).toMatchObject({ events: 2 });
    expect(await database().sinkEvent.count()).toBe(1);
  });

  it('stay while something that old is not applied yet', async () => {
    await keep({ eventsDays: 30 });
    await met(40);
    const [oldest] = await database().sinkEvent.findMany({ take: 1 });
    await database().eventToApply.create({ data: { eventId: oldest!.id } });
    expect(await ageOutHistory(NOW)).toMatchObject({ events: 0 });
  });
});

describe('meetings', () => {
  it('stay for ever, unless it is said how long', async () => {
    await keep({ meetingsDays: null });
    const { meeting } = await met(3_000);
    await ageOutHistory(NOW);
    expect((await stored(meeting.serviceName)).meeting).not.toBeNull();
  });

  it('go with all that belongs to them', async () => {
    await keep({ namesDays: 30, meetingsDays: 365 });
    const [old, young] = [await met(366), await met(364)];
    expect(await ageOutHistory(NOW)).toMatchObject({ meetings: 1 });
    expect(await stored(old.meeting.serviceName)).toEqual({ meeting: null, person: null, leg: null, conference: null });
    expect((await stored(young.meeting.serviceName)).person).not.toBeNull();
    for (const count of [database().legMedia.count(), database().mediaWindow.count(), database().ticket.count()])
      expect(await count).toBe(1);
    expect(await database().conferenceNode.count()).toBe(1);
  });
});

describe('media told under a leg that nobody reported', () => {
  const counts = async () => [
    await database().legMedia.count(),
    await database().mediaWindow.count(),
    await database().sinkEvent.count({ where: { subject: { startsWith: 'media:' } } }),
  ];

  it('go with the last meeting that knows of them', async () => {
    const toldUnder = randomUUID();
    await met(366, { toldUnder });
    await met(364, { toldUnder });
    await keep({ namesDays: 30, eventsDays: 3650, meetingsDays: 365 });
    expect(await ageOutHistory(NOW)).toMatchObject({ meetings: 1 });
    expect(await counts(), 'somebody else’s too').toEqual([1, 2, 2]);
    await database().setting.deleteMany();
    await keep({ namesDays: 30, eventsDays: 3650, meetingsDays: 363 });
    expect(await ageOutHistory(NOW)).toMatchObject({ meetings: 1 });
    expect(await counts()).toEqual([0, 0, 0]);
  });
});

describe('conferences that are not ours', () => {
  /** All that is computed of them: there is no meeting, and so nobody. */
  const computed = async () => [
    await database().participantLeg.count(),
    await database().conferenceNode.count(),
    await database().legMedia.count(),
    await database().mediaWindow.count(),
  ];

  it('go with what was reported of them, also where meetings stay for ever', async () => {
    await keep({ eventsDays: 30, meetingsDays: null });
    await metIn('Board room', 31);
    await metIn('Board room (late) @ head office', 31);
    expect(await computed()).toEqual([2, 2, 2, 2]);
    await metIn('Canteen', 29);
    await ageOutHistory(NOW);
    expect(await database().participantLeg.findMany({ select: { mainName: true } })).toEqual([{ mainName: 'Canteen' }]);
    expect(await computed()).toEqual([1, 1, 1, 1]);
  });

  it('go as a whole although their media were told under a leg that nobody reported', async () => {
    await keep({ eventsDays: 30 });
    await metIn('Board room', 31, { toldUnder: randomUUID() });
    await ageOutHistory(NOW);
    expect(await computed()).toEqual([0, 0, 0, 0]);
  });

  it('take nothing of ours with them', async () => {
    await keep({ eventsDays: 30 });
    const { meeting } = await met(31);
    const known = await stored(meeting.serviceName);
    await metIn('Board room', 31);
    await ageOutHistory(NOW);
    expect(await stored(meeting.serviceName)).toEqual(known);
    expect(await computed()).toEqual([1, 1, 1, 1]);
  });
});

it('takes up the work where there is any, however it is cut into steps, and tells what it did last', async () => {
  await keep({});
  await database().$executeRaw`
    insert into participant
      (service_name, conversation_id, display_name, left_at, is_counted, is_waiting, is_muted)
    select 'old ' || one % 7, one, 'Dana', ${before(91)}::timestamptz, true, false, false
    from generate_series(1, 12000) as one`;
  expect(await ageOutHistory(NOW)).toMatchObject({ erased: 12_000 });
  expect(await database().participant.count({ where: { displayName: 'Dana' } })).toBe(0);
  const run = await database().setting.findUnique({ where: { key: 'retention-run' } });
  expect(run?.value).toEqual({ at: NOW.toISOString(), erased: 12_000, events: 0, meetings: 0 });
});

it('does everything else where one thing fails, fails with what that was, and does it in the next run', async () => {
  await keep({ namesDays: 90, eventsDays: 30, meetingsDays: 300 });
  const [old, oldest] = [await met(100), await met(400)];
  await database().$executeRaw`alter table erased_person rename to erased_person_away`;
  try {
    await expect(ageOutHistory(NOW)).rejects.toThrow(/^erasing once more who .* failed: [^;]*$/s);
  } finally {
    await database().$executeRaw`alter table erased_person_away rename to erased_person`;
  }
  const names = await database().participant.findMany({ select: { displayName: true } });
  expect(names).toEqual([{ displayName: 'Erased' }]);
  const meetings = await database().meeting.findMany({ select: { id: true, visitorName: true } });
  expect(meetings).toEqual([{ id: old.meeting.id, visitorName: 'Erased' }]);
  expect(meetings).not.toContainEqual(expect.objectContaining({ id: oldest.meeting.id }));
  expect(await database().setting.count({ where: { key: 'retention-run' } })).toBe(0);
  await ageOutHistory(NOW);
  expect(await database().setting.count({ where: { key: 'retention-run' } })).toBe(1);
});
