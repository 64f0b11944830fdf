import { database } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { RetentionRun } from './retention-report';
import { ERASED } from './where-names-are';

// Each step looks at a bounded number of rows in the order of an index and says where the next one begins, so that no
// statement holds anything for long. A run starts from the beginning again: nothing has to be remembered, and a name that
// arrived late is found too.

/** Rows a step looks at. */
const AT_ONCE = 5_000;

/** What a step did, and where the next one begins: null when there is nothing more to look at. */
export interface Step<Place> {
  done: number;
  next: Place | null;
}

/** Whoever was never reported as gone is a ghost by then: no call lasts longer. */
const LONGEST_CALL = Prisma.sql`interval '7 days'`;
const erased = (column: Prisma.Sql) => Prisma.sql`case when ${column} is not null then ${ERASED} end`;

type PersonPlace = { serviceName: string; conversationId: string };

/** Names and addresses of people who left before then. */
export async function erasePeople(before: Date, after: PersonPlace | null): Promise<Step<PersonPlace>> {
  const [row] = await database().$queryRaw<{ done: number; next: PersonPlace | null }[]>`
    with page as (
      select service_name, conversation_id, display_name, address,
        coalesce(left_at, arrived_at + ${LONGEST_CALL}, '-infinity') < ${before} as is_old
      from participant
      where (service_name, conversation_id) > (${after?.serviceName ?? ''}, ${after?.conversationId ?? ''})
      order by service_name, conversation_id limit ${AT_ONCE}
    ), done as (
      update participant set display_name = ${erased(Prisma.sql`participant.display_name`)}, address = null
      from page where page.is_old and (page.display_name <> ${ERASED} or page.address is not null)
        and participant.service_name = page.service_name and participant.conversation_id = page.conversation_id
      returning 1
    )
    select (select count(*)::int from done) as done, (
      select json_build_object('serviceName', service_name, 'conversationId', conversation_id) from page
      where (select count(*) from page) = ${AT_ONCE} order by service_name desc, conversation_id desc limit 1
    ) as next`;
  return row ?? NOTHING;
}

/**
 * The same of their legs, whose state of folding goes with the name in it. A leg of which no conference is known yet has
 * no times of its own, only that of its last event.
 */
export async function eraseLegs(before: Date, after: string | null): Promise<Step<string>> {
  const [row] = await database().$queryRaw<Step<string>[]>`
    with page as (
      select id, display_name, address, folding is not null as is_folding,
        coalesce(disconnected_at, greatest(heard_at, connected_at,
          to_timestamp((folding->'last'->>'time')::float8)) + ${LONGEST_CALL}) < ${before} as is_old
      from participant_leg where id > ${after ?? ''} order by id limit ${AT_ONCE}
    ), done as (
      update participant_leg
      set display_name = ${erased(Prisma.sql`participant_leg.display_name`)}, address = null, folding = null
      from page where page.is_old and page.id = participant_leg.id
        and (page.display_name <> ${ERASED} or page.address is not null or page.is_folding)
      returning 1
    )
    select (select count(*)::int from done) as done,
      (select max(id) from page having count(*) = ${AT_ONCE}) as next`;
  return row ?? NOTHING;
}

type MeetingPlace = { validUntil: string; id: string };

/** Names and topics that visitors gave, names on tickets and personal links, and words of ratings, of meetings that ended before then. */
export async function eraseMeetingNames(before: Date, after: MeetingPlace | null): Promise<Step<MeetingPlace>> {
  const place = after
    ? Prisma.sql`and (valid_until, id) > (${after.validUntil}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  const [row] = await database().$queryRaw<Step<MeetingPlace>[]>`
    with page as (
      select id, valid_until, visitor_name, topic, created_by_agent_id is null as is_by_visitor from meeting
      where valid_until < ${before} ${place} order by valid_until, id limit ${AT_ONCE}
    ), visitors as (
      update meeting set visitor_name = ${erased(Prisma.sql`meeting.visitor_name`)},
        topic = case when not is_by_visitor then meeting.topic end
      from page where page.id = meeting.id
        and (page.visitor_name <> ${ERASED} or (is_by_visitor and page.topic is not null)) returning 1
    ), holders as (
      update ticket set display_name = ${ERASED} from page
      where page.id = ticket.meeting_id and ticket.display_name <> ${ERASED} returning 1
    ), invited as (
      update invitation set display_name = ${ERASED} from page
      where page.id = invitation.meeting_id and invitation.display_name <> ${ERASED} returning 1
    ), words as (
      update call_rating set word = null from page
      where page.id = call_rating.meeting_id and call_rating.word is not null returning 1
    )
    select (select count(*) from visitors)::int + (select count(*) from holders)::int
      + (select count(*) from invited)::int + (select count(*) from words)::int as done, (
      select json_build_object('validUntil', valid_until, 'id', id) from page
      where (select count(*) from page) = ${AT_ONCE} order by valid_until desc, id desc limit 1
    ) as next`;
  return row ?? NOTHING;
}

type EventPlace = { receivedAt: string; id: string };

/**
 * What was reported before then, by whole subjects: a subject of which something was reported since keeps all of it, for a
 * late event has its history read anew. Nothing goes while something that old is not applied yet.
 */
export async function deleteEvents(before: Date, after: EventPlace | null): Promise<Step<EventPlace>> {
  const place = after
    ? Prisma.sql`and (received_at, id) > (${after.receivedAt}::timestamptz, ${after.id}::bigint)`
    : Prisma.empty;
  const [row] = await database().$queryRaw<Step<EventPlace>[]>`
    with page as (
      select id, subject, received_at from sink_event
      where received_at < ${before} ${place} and not exists (
        select from event_to_apply join sink_event as waiting on waiting.id = event_to_apply.event_id
        where waiting.received_at < ${before})
      order by received_at, id limit ${AT_ONCE}
    ), subjects as materialized (
      select distinct subject from page where subject is not null and not exists (
        select from sink_event as newer where newer.subject = page.subject and newer.received_at >= ${before})
    ), done as (
      delete from sink_event using (
        select id from page where subject is null
        union select sink_event.id from sink_event join subjects on subjects.subject = sink_event.subject
      ) as old where old.id = sink_event.id
      returning 1
    )
    select (select count(*)::int from done) as done, (
      select json_build_object('receivedAt', received_at, 'id', id::text) from page
      where (select count(*) from page) = ${AT_ONCE} order by page.received_at desc, page.id desc limit 1
    ) as next`;
  return row ?? NOTHING;
}

/** Notes what was done, for the desk. */
export async function noteRun(run: RetentionRun): Promise<void> {
  const row = { value: { ...run }, savedAt: new Date() };
  await database().setting.upsert({ where: { key: RUN }, create: { key: RUN, ...row }, update: row });
}

/** Under which the last run is kept in the setting table. */
export const RUN = 'retention-run';

const NOTHING = { done: 0, next: null };
