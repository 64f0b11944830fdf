import { database } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { NAMELESS_TAG, namelessReason } from './free-text-store';
import { LONGEST_CALL_DAYS, type RetentionRun } from './retention-report';
import { ERASED } from './where-names-are';

// Each step takes a bounded number of rows by an index that holds only what is still to be done, so that no statement holds
// anything for long, a run with nothing to do reads nothing, and a name that arrived late is found too. The conditions are
// written as the indexes have them (migration free_texts_of_the_nameless); otherwise Postgres would read the whole table.

/** Rows a step takes. */
const AT_ONCE = 5_000;

/** What a step did, and where the next one begins: null when there is nothing more to look at. */
export interface Step<Place> {
  done: number;
  next: Place | null;
}

/** What a step did that takes away what it found: the next one begins where this one did. */
export interface Taken {
  done: number;
  isMore: boolean;
}

const LONGEST_CALL = Prisma.raw(`interval '${LONGEST_CALL_DAYS} days'`);
const erased = (column: Prisma.Sql) => Prisma.sql`case when ${column} is not null then ${ERASED} end`;
/**
 * Who has neither name nor address may have said why they left, in words of their own. Constants, since a parameter would be no
 * part of an index's condition.
 */
const IS_PERSON_TO_ERASE = Prisma.raw(
  `(display_name <> '${ERASED}' or address is not null or (display_name is null and left_reason is not null))`,
);
const IS_LEG_TO_ERASE = Prisma.raw(`(display_name <> '${ERASED}' or address is not null or folding is not null)`);

// Rows are named by where they are (ctid): joined by their keys, Postgres would rather read the whole table than look up some
// thousand of them. One that is written meanwhile is elsewhere, stays as it is, and is found by the next run.

/** Names, addresses and free texts of people who left before then. */
export async function erasePeople(before: Date): Promise<Taken> {
  const done = await database().$executeRaw`
    update participant set display_name = ${erased(Prisma.sql`coalesce(display_name, left_reason)`)}, address = null,
      left_reason = ${namelessReason('left_reason')}
    where ctid = any(array(
      select ctid from participant
      where ${IS_PERSON_TO_ERASE} and coalesce(left_at, arrived_at, '-infinity') < ${before}
        and coalesce(left_at, arrived_at + ${LONGEST_CALL}, '-infinity') < ${before}
      order by coalesce(left_at, arrived_at, '-infinity') limit ${AT_ONCE}))`;
  return { done, isMore: done === AT_ONCE };
}

/** The same of their legs, whose state of folding goes with the name in it. */
export async function eraseLegs(before: Date): Promise<Taken> {
  const done = await database().$executeRaw`
    update participant_leg set display_name = ${erased(Prisma.sql`display_name`)}, former_names = '{}', address = null, folding = null,
      call_tag = ${NAMELESS_TAG}, disconnect_reason = ${namelessReason('disconnect_reason')}
    where ctid = any(array(
      select ctid from participant_leg
      where ${IS_LEG_TO_ERASE} and coalesce(disconnected_at, connected_at, '-infinity') < ${before}
        and coalesce(disconnected_at, greatest(heard_at, connected_at) + ${LONGEST_CALL}) < ${before}
      order by coalesce(disconnected_at, connected_at, '-infinity') limit ${AT_ONCE}))`;
  return { done, isMore: done === AT_ONCE };
}

/**
 * Legs of which no conference is known yet: the state of folding has the time of their last event.
 * There are hardly any.
 */
export async function eraseLegsOfNoConference(before: Date): Promise<void> {
  await database().$executeRaw`
    update participant_leg set folding = null, display_name = ${erased(Prisma.sql`display_name`)}, former_names = '{}', address = null
    where main_name = '' and folding is not null
      and to_timestamp((folding->'last'->>'time')::float8) + ${LONGEST_CALL} < ${before}`;
}

/** Names and topics that visitors gave, names on tickets and personal links, and words of ratings, of meetings that ended before then. */
export async function eraseMeetingNames(before: Date): Promise<Taken> {
  const [row] = await database().$queryRaw<{ done: number }[]>`
    with page as (
      update meeting set names_erased_at = now(), visitor_name = ${erased(Prisma.sql`visitor_name`)},
        topic = case when created_by_agent_id is not null then topic end
      where ctid = any(array(
        select ctid from meeting where names_erased_at is null and valid_until < ${before}
        order by valid_until limit ${AT_ONCE}))
      returning id
    ), holders as (
      update ticket set display_name = ${ERASED} from page
      where page.id = ticket.meeting_id and ticket.display_name <> ${ERASED}
    ), invited as (
      update invitation set display_name = ${ERASED} from page
      where page.id = invitation.meeting_id and invitation.display_name <> ${ERASED}
    ), words as (
      update call_rating set word = null from page
      where page.id = call_rating.meeting_id and call_rating.word is not null
    )
    select count(*)::int as done from page`;
  const done = row?.done ?? 0;
  return { done, isMore: done === AT_ONCE };
}

/** Notes what was done, for the desk. */
export async function noteRun(run: RetentionRun): Promise<void> {
  const row = { value: { ...run }, savedAt: new Date() };
  await database().setting.upsert({ where: { key: RUN }, create: { key: RUN, ...row }, update: row });
}

/** Under which the last run is kept in the setting table. */
export const RUN = 'retention-run';
