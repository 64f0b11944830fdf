import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { database, disconnectDatabase } from '@/lib/db/client';
import { bytesDelivery, readDelivery } from '@/lib/events/read-delivery';
import { storeEvents } from '@/lib/events/store-events';
import { storedInvitation, storedMeeting, storedTicket } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { untilApplied } from '@/lib/testing/until-applied';
import { addWebhook } from '@/lib/testing/webhooks';
import { ageOutHistory } from './age-out-history';
import { erasePeople } from './erase-people-store';
import { ErasureBody } from './erasure-body';
import { findPeople } from './find-people-store';

beforeAll(async () => {
  await testDatabase();
  // Its own tables are made when it first runs. Nothing is sent here: it is about what is kept.
  await addWebhook('http://localhost:9/nobody');
});
afterAll(disconnectDatabase);

const MINUTE = 60_000;
const INGRID = { kind: 'agent', id: randomUUID(), name: 'Ingrid' } as const;
const now = () => new Date();
/** As hard to look for as names come: written with escapes in JSON, and once more in JSON that is kept as text. */
const ZELDA = 'Zelda "Zoë" Quill\\Ärmel';
/** Every one of these stands for her: none may be left anywhere. */
const OF_ZELDA = ['Zelda', 'Zoë', 'Ärmel', 'zelda.quill', 'Oldname'];

/** Everything that Infinity says of somebody, with what names them in every field that may. */
function reportsOf(serviceName: string, name: string, address: string, callTag = '') {
  const conversation_id = randomUUID();
  const [control, media] = [randomUUID(), randomUUID()];
  const began = Math.floor(Date.now() / 1000) - 600;
  const of = (uuid: string, data: object = {}) => ({
    ...{ uuid, conversation_id, conference: serviceName, display_name: name, source_alias: address, call_tag: callTag },
    ...{
      destination_alias: `sip:to-${name}@example.com`,
      remote_address: `10.0.0.7 ${name}`,
      vendor: `Phone of ${name}`,
    },
    ...{ role: 'guest', protocol: 'WebRTC', service_type: 'conference', has_media: uuid === media, new_field: name },
    ...data,
  });
  const event = (after: number, name: string, data: object) => ({
    ...{ node: '192.0.2.11', seq: after, version: 2, time: began + after, event: name, data },
  });
  const events = [
    event(1, 'conference_started', { name: serviceName, start_time: began }),
    event(2, 'participant_connected', of(control, { protocol: 'API', related_uuids: [media] })),
    event(3, 'participant_connected', of(media, { conversation_id: media })),
    event(60, 'participant_updated', { uuid: media, is_muted: true, display_name: name }),
    event(
      300,
      'participant_disconnected',
      of(media, { conversation_id: media, disconnect_reason: 'Call disconnected' }),
    ),
    event(301, 'participant_disconnected', of(control, { protocol: 'API' })),
    event(302, 'conference_ended', { name: serviceName, end_time: began + 302 }),
  ];
  return { events, control, media, event, of };
}

async function deliver(events: readonly unknown[]): Promise<void> {
  await storeEvents(readDelivery(JSON.stringify({ event: 'eventsink_bulk', data: events })));
  await untilApplied();
}

/** Every table in which this text stands in any column. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    select table_name::text as name from information_schema.tables where table_schema = 'public' order by table_name`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await database().$queryRawUnsafe<{ count: number }[]>(
      `select count(*)::int as count from "${name}" as row where strpos(lower(row_to_json(row)::text), lower($1)) > 0`,
      text,
    );
    if (row && row.count > 0) found.push(name);
  }
  return found;
}

/** A meeting with everything about one person that we ever write down. */
async function visited(name: string, address: string, formerName = name) {
  const validFrom = new Date(Date.now() - 20 * MINUTE);
  const meeting = await storedMeeting({ visitorName: name, topic: `The roof of ${name}`, validFrom });
  const { id: invitationId } = await storedInvitation(meeting.id, { displayName: name });
  const ticket = await storedTicket(meeting.id, { displayName: name, invitationId });
  const other = await storedTicket(meeting.id, { displayName: 'Somebody else' });
  const rating = { meetingId: meeting.id, stars: 4, ratedAt: now() };
  const words = { [ticket.id]: `${name}, with thanks`, [other.id]: `I heard ${name.toUpperCase()} well` };
  await database().callRating.createMany({
    data: Object.entries(words).map(([ticketId, word]) => ({ ...rating, ticketId, word })),
  });
  const reports = reportsOf(meeting.serviceName, name, address, ticket.id);
  const { events, event, of, media, control } = reports;
  const ofMedia = (data: object) => of(media, { conversation_id: media, ...data });
  const tagged = of(randomUUID(), { call_tag: `called for ${address}`, protocol: 'API' });
  const bye = { disconnect_reason: `Bye from ${name}` };
  const arrivals = [
    ...events.slice(0, 2),
    event(3, 'participant_connected', ofMedia({ display_name: formerName, source_alias: formerName })),
  ];
  const others = [
    event(60, 'participant_updated', { uuid: media, is_muted: true, display_name: name }),
    event(100, 'participant_connected', tagged),
    event(120, 'participant_renamed', { uuid: media, was: formerName, is: `now ${name}` }),
    event(130, 'recording_started', { by: name, of: ['nobody', { address: `sip:${address}` }] }),
    event(140, 'participant_media_streams_destroyed', {
      ...{ uuid: media, of: name, media_streams: [{ stream_id: '1', by: name }] },
    }),
    event(150, 'conference_updated', { name: meeting.serviceName, presenter: name }),
    event(299, 'participant_disconnected', { ...tagged, ...bye }),
    event(300, 'participant_disconnected', ofMedia(bye)),
    event(301, 'participant_disconnected', of(control, { protocol: 'API', ...bye })),
    ...events.slice(-1),
  ];
  await deliver(arrivals);
  await deliver(others);
  const decision = {
    at: now(),
    request: 'service',
    location: 'Oslo',
    node: 'n',
    protocol: 'api',
    outcome: 'configure',
  };
  await database().policyDecision.createMany({
    data: [name, formerName, address, `sip:${address}`].map((caller) => ({
      ...{ ...decision, id: randomUUID(), alias: meeting.alias, caller, reason: 'open', latencyUs: 1 },
    })),
  });
  const picture = { ...decision, request: 'avatar', outcome: 'no-opinion', reason: 'no picture', latencyUs: 1 };
  await database().policyDecision.createMany({
    data: [
      { ...picture, id: randomUUID(), alias: address, caller: '' },
      { ...picture, id: randomUUID(), alias: name, caller: '', meetingId: meeting.id },
      { ...picture, id: randomUUID(), alias: address, caller: 'Somebody', callerAlias: `sip:${address}` },
    ],
  });
  await database().capturedRequest.create({ data: { at: now(), door: 'policy', content: { query: `name=${name}` } } });
  await storeEvents(readDelivery(JSON.stringify({ broken: name })));
  // No JSON: cut off, and in the spelling of those who write nothing but ASCII.
  const ascii = JSON.stringify({ name }).replace(
    /[^\0-\x7f]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  await storeEvents(readDelivery(ascii.slice(0, -1)));
  const [person] = await database().participant.findMany({ where: { serviceName: meeting.serviceName } });
  const { alias, topic } = meeting;
  await database().webhookEvent.create({
    data: { type: 'meeting.created', key: `created:${alias}`, at: now(), payload: { meeting: { alias, topic } } },
  });
  return { meeting, reports: { ...reports, events: [...arrivals, ...others] }, person: person! };
}

/** What was reported from then on. */
async function envelopesAfter(time: number): Promise<unknown[]> {
  const rows = await database().$queryRaw<{ envelope: unknown }[]>`
    select envelope from sink_event where (envelope->>'time')::float8 >= ${time} order by id`;
  return rows.map(({ envelope }) => envelope);
}

/** The types of what receivers were told with this name in it. */
async function toldOf(name: string): Promise<string[]> {
  const told = await database().webhookEvent.findMany({ orderBy: { type: 'asc' } });
  return told.filter(({ payload }) => JSON.stringify(payload).includes(name)).map(({ type }) => type);
}

const isOf = (serviceName: string) => ({ where: { serviceName } });

describe('erasing a person', () => {
  it('leaves their name and address in no column of any table, and their times and counts', async () => {
    const { meeting, person } = await visited(ZELDA, 'zelda.quill@example.com', 'Olga Oldname');
    const { serviceName, conversationId } = person;
    expect(await tablesWith('Zelda')).toEqual([
      ...[
        'call_rating',
        'captured_request',
        'invitation',
        'meeting',
        'participant',
        'participant_leg',
        'policy_decision',
        'sink_event',
        'ticket',
      ],
      'webhook_event',
    ]);
    const formerly = ['participant_leg', 'policy_decision', 'sink_event', 'webhook_event'];
    expect(await tablesWith('Oldname')).toEqual(formerly);
    const facts = await database().conference.findUnique(isOf(serviceName));

    const erased = await erasePeople([{ serviceName, conversationId }], INGRID, now());
    expect(erased).toEqual({ ok: true, people: 1, meetings: 1, events: 7 });
    for (const text of OF_ZELDA) expect(await tablesWith(text), text).toEqual([]);
    const [after] = await database().participant.findMany(isOf(serviceName));
    expect(after).toEqual({ ...person, displayName: 'Erased', address: null, leftReason: 'Erased' });
    expect(await database().conference.findUnique(isOf(serviceName))).toEqual(facts);
    expect(await database().meeting.findUnique({ where: { id: meeting.id } })).toMatchObject({
      ...{ visitorName: 'Erased', topic: null },
    });
  });

  it('takes nothing from events of others and of nodes in which the name only stands in another word', async () => {
    // Another one than all else is about: where a sink began, those who were there are gone.
    const node = '192.0.2.99';
    for (const name of ['Eve', 'Tim']) {
      const meeting = await storedMeeting();
      const { events, event } = reportsOf(meeting.serviceName, name, `${name}@example.com`);
      await deliver(events);
      const others = ['eventsink_started', 'eventsink_updated'].map((kind) => ({ ...event(400, kind, {}), node }));
      const unknown = event(401, 'participant_greeted', { greeted: 'Every one, in time', role: 'guest' });
      await deliver([...others, unknown]);
      // Stored a moment ago, and not applied yet.
      const [start] = readDelivery(JSON.stringify({ ...event(402, 'eventsink_started', { of: name }), node }));
      await database().$executeRaw`
        with stored as (
          insert into sink_event (dedupe_key, envelope) values (${start!.dedupeKey}::uuid, ${start!.content}::json) returning id
        ) insert into event_to_apply select id from stored`;
      const before = await envelopesAfter(event(400, '', {}).time);
      const [person] = await database().participant.findMany(isOf(meeting.serviceName));
      expect(await erasePeople([person!], INGRID, now())).toMatchObject({ ok: true });
      const after = await envelopesAfter(event(400, '', {}).time);
      expect(after).toEqual(
        before.map((one) => JSON.parse(JSON.stringify(one).replace(`"${name}"`, '"Erased"')) as unknown),
      );
      await untilApplied();
      expect(await database().eventToApply.count()).toBe(0);
      await deliver([event(410, 'conference_started', { name: meeting.serviceName })]);
      expect(await database().sinkEvent.count({ where: { unreadableReason: 'could not be read' } })).toBe(0);
    }
  });

  it('finds whoever changed their name during the call by what they were called before, told by both', async () => {
    const { person } = await visited('Nadia Newname', 'nadia@example.com', 'Nadia Née');
    const { serviceName, conversationId } = person;
    // Once, though both names have this in them.
    for (const search of ['NADIA NÉE', 'nadia']) {
      const found = (await findPeople(search, now())).people.filter((one) => 'conversationId' in one.person);
      expect(found).toMatchObject([{ person: { serviceName, conversationId: expect.any(String) as string } }]);
      expect(found[0]?.displayName).toContain('Nadia Newname');
    }
    const [found] = (await findPeople('née', now())).people;
    expect(found).toMatchObject({ displayName: 'Nadia Newname, formerly Nadia Née', isThere: false });
    // Reports are kept no longer than names, and often not as long: what else has the name is found without them.
    await database().sinkEvent.deleteMany({ where: { subject: { startsWith: 'leg:' } } });
    expect(await erasePeople([found!.person], INGRID, now())).toMatchObject({ ok: true, people: 1 });
    for (const text of ['Née', 'Newname']) expect(await tablesWith(text), text).toEqual([]);
    expect(await database().participant.count({ where: { conversationId, displayName: 'Erased' } })).toBe(1);
    expect((await findPeople('nadia', now())).people).toEqual([]);
  });

  it('takes within the hour what nobody knows, or could not be read, and is delivered only afterwards', async () => {
    const meeting = await storedMeeting();
    const { events, event, media } = reportsOf(meeting.serviceName, 'Lorenz Late', 'lorenz@example.com');
    await deliver(events);
    const [person] = await database().participant.findMany(isOf(meeting.serviceName));
    await erasePeople([person!], INGRID, now());
    const named = { uuid: media, display_name: 'Lorenz Late' };
    await deliver([
      event(50, 'participant_renamed', named),
      event(51, 'participant_media_stream_window', { ...named, call_quality_now: '1_good' }),
      event(52, 'conference_updated', { name: meeting.serviceName, presenter: 'Lorenz Late' }),
      event(53, 'recording_started', { by: 'Bo Bystander' }),
    ]);
    // Without any id of theirs, but of their meeting, and of a room of it.
    const room = `${meeting.serviceName}_breakout_${randomUUID()}`;
    await deliver([
      event(5, 'conference_started', { name: room }),
      event(54, 'recording_started', { conference: meeting.serviceName, by: 'Lorenz Late' }),
      event(55, 'hand_raised', { conference: room, by: { display_name: 'Lorenz Late' } }),
    ]);
    await storeEvents(readDelivery(JSON.stringify({ event: 'participant_updated', data: named })));
    await storeEvents(readDelivery(JSON.stringify({ event: 'participant_updated', data: named }).slice(0, -1)));
    expect(await tablesWith('Lorenz')).toEqual(['sink_event']);
    await ageOutHistory(now());
    expect(await tablesWith('Lorenz')).toEqual([]);
    expect(await tablesWith('Bystander')).toEqual(['sink_event']);
  });

  it('reaches whose conference no event has named, and names them nowhere when one does', async () => {
    const meeting = await storedMeeting();
    const { event, of, media } = reportsOf(meeting.serviceName, 'Nora Nowhere', 'nora@example.com');
    const nowhere = of(media, { conference: undefined });
    await deliver([event(1, 'participant_connected', nowhere), event(9, 'participant_disconnected', nowhere)]);
    const [found] = (await findPeople('nora', now())).people;
    expect(found).toMatchObject({ displayName: 'Nora Nowhere', meeting: null, isThere: false });
    expect(ErasureBody.safeParse({ people: [found!.person] }).success).toBe(true);
    expect(await erasePeople([found!.person], INGRID, now())).toMatchObject({ ok: true, events: 2 });
    expect(await tablesWith('Nora')).toEqual([]);
    await deliver([event(5, 'participant_updated', { uuid: media, conference: meeting.serviceName })]);
    expect(await database().participant.count(isOf(meeting.serviceName))).toBe(0);
  });

  it('takes what was said of the call when it names them, not when their name is only part of a word', async () => {
    const meeting = await storedMeeting();
    const said = ['It was also all right', 'Al was kind', 'Thanks, AL!'];
    for (const word of said) {
      const { id: ticketId } = await storedTicket(meeting.id, { displayName: 'Somebody else' });
      await database().callRating.create({ data: { ticketId, meetingId: meeting.id, stars: 5, word, ratedAt: now() } });
    }
    await deliver(reportsOf(meeting.serviceName, 'Al', 'al@example.com').events);
    const [person] = await database().participant.findMany(isOf(meeting.serviceName));
    await erasePeople([person!], INGRID, now());
    const left = await database().callRating.findMany({ where: { meetingId: meeting.id, word: { not: null } } });
    expect(left.map(({ word }) => word)).toEqual([said[0]]);
  });

  it('reaches what was told of an end that was only inferred', async () => {
    const meeting = await storedMeeting();
    const { events, event } = reportsOf(meeting.serviceName, 'Alma Lost', 'alma@example.com');
    const ended = event(60, 'conference_ended', { name: meeting.serviceName });
    await deliver([...events.slice(0, 3), ended]);
    const [person] = await database().participant.findMany(isOf(meeting.serviceName));
    expect(person?.leftKnownBy).toBe('conference_ended');
    expect(await toldOf('Alma Lost')).toEqual(['participant.joined', 'participant.left']);
    await erasePeople([person!], INGRID, now());
    expect(await tablesWith('Alma')).toEqual([]);
  });

  it('reaches what was told while they were known by another conversation', async () => {
    const meeting = await storedMeeting();
    const { events } = reportsOf(meeting.serviceName, 'Berta Former', 'berta@example.com');
    const [, control, media, ...rest] = events;
    // The media leg is heard of first, so that the person is called by that one's conversation.
    for (const some of [[media], [control], rest]) await deliver(some);
    const [person] = await database().participant.findMany(isOf(meeting.serviceName));
    const joined = await database().webhookEvent.findFirst({
      where: { type: 'participant.joined', key: { contains: meeting.serviceName } },
    });
    expect(joined?.payload).not.toMatchObject({ participant: { id: person!.conversationId } });
    await erasePeople([person!], INGRID, now());
    expect(await tablesWith('Berta')).toEqual([]);
  });

  it('leaves a topic that is not theirs: an agent’s, or that of whoever else called', async () => {
    const agent = await database().agent.create({
      data: { name: 'Ingrid', email: 'ingrid@example.com', passwordHash: 'none' },
    });
    const topics = ['Roof, by an agent', 'Roof, by another'];
    const byAgent = await storedMeeting({ topic: topics[0], createdByAgentId: agent.id, visitorName: 'Rolf Guest' });
    const byOther = await storedMeeting({ topic: topics[1], visitorName: 'Somebody else' });
    await storedTicket(byOther.id, { displayName: 'Rolf Guest' });
    const { people } = await findPeople('Rolf Guest', now());
    expect(people).toHaveLength(2);
    await erasePeople(
      people.map(({ person }) => person),
      INGRID,
      now(),
    );
    expect(await tablesWith('Rolf')).toEqual([]);
    const left = await database().meeting.findMany({
      where: { id: { in: [byAgent.id, byOther.id] } },
      orderBy: { topic: 'asc' },
    });
    expect(left.map(({ topic }) => topic)).toEqual(topics);
  });

  it('takes the personal link by which they joined too, whatever name is on it, and nobody else’s', async () => {
    const meeting = await storedMeeting();
    const { id: invitationId } = await storedInvitation(meeting.id, { displayName: 'Quirin at work' });
    await storedInvitation(meeting.id, { displayName: 'Bo' });
    await storedTicket(meeting.id, { displayName: 'Q. Private', invitationId });
    const { people } = await findPeople('q. private', now());
    await erasePeople([people[0]!.person], INGRID, now());
    expect(await tablesWith('Quirin')).toEqual([]);
    const left = await database().invitation.findMany({ where: { meetingId: meeting.id } });
    expect(left.map(({ displayName }) => displayName).toSorted()).toEqual(['Bo', 'Erased']);
  });

  it('writes down who did it, and not of whom', async () => {
    const { person } = await visited('Yorick Vane', 'yorick@example.com');
    await erasePeople([person], INGRID, now());
    const [entry] = await database().auditEntry.findMany({ orderBy: { id: 'desc' }, take: 1 });
    expect(entry).toMatchObject({ actorId: INGRID.id, actor: 'Ingrid', action: 'person.erased', subject: 'A person' });
  });

  it('is not undone by anything that is delivered again or late', async () => {
    const { reports, person } = await visited('Xaver Thorn', 'xaver@example.com');
    await erasePeople([person], INGRID, now());
    const before = await database().participant.findMany(isOf(person.serviceName));
    // All of it again, as after a lost answer: known by the dedupe keys, which stayed.
    await deliver(reports.events);
    expect(await tablesWith('Xaver')).toEqual([]);
    // One that comes late, from the middle and from after the end: neither brings back what was erased.
    await deliver([reports.event(120, 'participant_updated', { uuid: reports.media, is_muted: false })]);
    await deliver([reports.event(500, 'participant_updated', { uuid: reports.media, role: 'guest' })]);
    expect(await tablesWith('Xaver')).toEqual([]);
    // What itself names them is kept as it was reported, and changes nothing that is shown.
    await deliver([reports.event(501, 'participant_updated', reports.of(reports.media))]);
    expect(await tablesWith('Xaver')).toEqual(['sink_event']);
    expect(await database().participant.findMany(isOf(person.serviceName))).toEqual(before);
    await ageOutHistory(now());
    expect(await tablesWith('Xaver')).toEqual([]);
  });

  it('takes within the hour what is delivered of them later and is no text', async () => {
    const { reports, person } = await visited('Quentin Hale', 'quentin@example.com');
    // Or all that was received within the minute would count as late.
    await database().sinkEvent.updateMany({ data: { receivedAt: new Date(Date.now() - 60 * MINUTE) } });
    await erasePeople([person], INGRID, now());
    const named = reports.event(502, 'participant_updated', reports.of(reports.media));
    const broken = Buffer.concat([Buffer.from(JSON.stringify(named).slice(0, -1)), Buffer.from([0xff])]).toString(
      'base64',
    );
    await storeEvents([bytesDelivery(broken)]);
    const kept = () => database().sinkEvent.count({ where: { envelope: { path: ['body'], equals: broken } } });
    expect(await kept()).toBe(1);
    await ageOutHistory(now());
    expect(await kept()).toBe(0);
  });

  it.each([0, 2, -2])(
    'takes within the hour what is delivered of them later, by a clock %i minutes off',
    async (minutes) => {
      const meeting = await storedMeeting();
      const { events } = reportsOf(meeting.serviceName, 'Olaf Backlog', 'olaf@example.com');
      const [, control, media, , mediaGone, controlGone] = events;
      // A sink had stopped: of their control leg nothing was delivered until it was started again.
      await deliver([media, mediaGone]);
      const [person] = await database().participant.findMany(isOf(meeting.serviceName));
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * MINUTE });
      await erasePeople([person!], INGRID, now());
      vi.useRealTimers();
      expect(await tablesWith('Olaf')).toEqual([]);
      await deliver([control, controlGone]);
      expect(await tablesWith('Olaf')).toContain('participant');
      await ageOutHistory(now());
      expect(await tablesWith('Olaf')).toEqual([]);
      expect(await database().participant.count(isOf(meeting.serviceName))).toBe(1);
    },
  );

  it('takes nothing from others, not even from who has the same name in another meeting', async () => {
    const { meeting, person } = await visited('Wanda Moss', 'wanda@example.com');
    const other = await visited('Wanda Moss', 'another.wanda@example.com');
    await deliver(reportsOf(meeting.serviceName, 'Bo', 'bo@example.com').events);
    await erasePeople([person], INGRID, now());
    const [kept] = await database().participant.findMany(isOf(other.meeting.serviceName));
    expect(kept).toEqual(other.person);
    expect(await database().meeting.findUnique({ where: { id: other.meeting.id } })).toMatchObject({
      visitorName: 'Wanda Moss',
    });
    const names = (await database().participant.findMany(isOf(meeting.serviceName))).map(
      ({ displayName }) => displayName,
    );
    expect(names.toSorted()).toEqual(['Bo', 'Erased']);
  });

  it('is not done while they are in a call, and then to nobody', async () => {
    const gone = await visited('Vera Lind', 'vera@example.com');
    const meeting = await storedMeeting();
    await deliver(reportsOf(meeting.serviceName, 'Udo There', 'udo@example.com').events.slice(0, 3));
    const [there] = await database().participant.findMany(isOf(meeting.serviceName));
    expect(await erasePeople([gone.person, there!], INGRID, now())).toEqual({ ok: false, error: 'still-there' });
    expect(await tablesWith('Vera')).toContain('participant');
  });

  it('is not done while nobody was put out of a meeting that is over, for so long as a call may last', async () => {
    const meeting = await storedMeeting();
    await deliver(reportsOf(meeting.serviceName, 'Jim Talking', 'jim@example.com').events.slice(0, 3));
    const [there] = await database().participant.findMany(isOf(meeting.serviceName));
    const later = (minutes: number) => new Date(meeting.validUntil.getTime() + minutes * MINUTE);
    expect(await erasePeople([there!], INGRID, later(20))).toEqual({ ok: false, error: 'still-there' });
    expect((await findPeople('jim', later(20))).people).toMatchObject([{ isThere: true }]);
    expect((await findPeople('jim', later(8 * 24 * 60))).people).toMatchObject([{ isThere: false }]);
    await database().meeting.update({ where: { id: meeting.id }, data: { endedAt: later(1) } });
    expect(await erasePeople([there!], INGRID, later(20))).toMatchObject({ ok: true, people: 1 });
  });

  it('reaches them in a conference that is not ours, of whichever of their legs they were found', async () => {
    for (const found of [0, 1]) {
      await deliver(reportsOf('Board room', 'Fiona Foreign', 'fiona@example.com').events);
      await deliver(reportsOf('Board room', 'Gus Foreign', 'gus@example.com').events);
      const { people } = await findPeople('fiona', now());
      expect(people[found]).toMatchObject({ displayName: 'Fiona Foreign', meeting: null, isThere: false });
      const erased = await erasePeople([people[found]!.person], INGRID, now());
      expect(erased).toEqual({ ok: true, people: 1, meetings: 1, events: 5 });
      expect(await tablesWith('Fiona')).toEqual([]);
      expect(await tablesWith('Gus')).toEqual(['participant_leg', 'sink_event']);
    }
  });

  it('reaches the ghost in a conference that is not ours, once no call can have lasted so long', async () => {
    const { events } = reportsOf('Canteen', 'Hedda Ghost', 'hedda@example.com');
    const daysAgo = (days: number) => events.slice(0, 3).map((one) => ({ ...one, time: one.time - days * 86_400 }));
    await deliver(daysAgo(6));
    const [there] = (await findPeople('hedda', now())).people;
    expect(there).toMatchObject({ meeting: null, isThere: true });
    expect(await erasePeople([there!.person], INGRID, now())).toEqual({ ok: false, error: 'still-there' });
    const later = new Date(Date.now() + 2 * 86_400_000);
    const [ghost] = (await findPeople('hedda', later)).people;
    expect(ghost?.isThere).toBe(false);
    expect(await erasePeople([ghost!.person], INGRID, later)).toMatchObject({ ok: true, people: 1 });
    expect(await tablesWith('Hedda')).toEqual([]);
  });

  it('reaches a name that was only given', async () => {
    const meeting = await storedMeeting({ visitorName: 'Tilda Only' });
    await storedTicket(meeting.id, { displayName: 'tilda only' });
    await storedInvitation(meeting.id, { displayName: 'Tilda Invited' });
    const { people } = await findPeople('TILDA', now());
    expect(people).toHaveLength(3);
    const chosen = people.filter(({ displayName }) => displayName !== 'tilda only');
    await erasePeople(
      chosen.map(({ person }) => person),
      INGRID,
      now(),
    );
    expect(await tablesWith('Tilda')).toEqual([]);
    expect((await findPeople('tilda', now())).people).toEqual([]);
  });
});

describe('finding people', () => {
  it('finds by part of a name or address in any case, once for each meeting, and says who is in a call', async () => {
    const { meeting, person } = await visited('Sören Find', 'soren.find@example.com');
    const { people, isCut } = await findPeople('SÖREN', now());
    expect(people).toEqual([
      {
        person: { serviceName: meeting.serviceName, conversationId: person.conversationId },
        ...{ displayName: 'Sören Find', address: 'soren.find@example.com', isThere: false },
        ...{ meeting: { id: meeting.id, topic: meeting.topic }, at: person.arrivedAt?.toISOString() },
      },
    ]);
    expect(isCut).toBe(false);
    expect((await findPeople('soren.find@', now())).people).toHaveLength(1);
    expect((await findPeople('s_ren', now())).people).toEqual([]);
  });
});
