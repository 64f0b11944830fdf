import { database, type Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { Step } from './age-out-store';
import { deleteFormerLives } from './delete-former-lives-store';
import { deleteForeign } from './delete-foreign-store';

/** Reports a step looks at. */
const AT_ONCE = 5_000;
const TRANSACTION = { timeout: 20_000 };

type EventPlace = { receivedAt: string; id: string };

/**
 * What was reported before then, by whole subjects: a subject of which something was reported since keeps all of it, for a
 * late event has its history read anew; but of a room that is used for years only what its last life and its newest reports
 * need. Nothing goes while something that old is not applied yet. What conferences that are not ours came to goes along.
 */
export function deleteEvents(before: Date, after: EventPlace | null): Promise<Step<EventPlace>> {
  return database().$transaction(async (tx) => {
    const { subjects, rooms, done, next } = await deletePage(tx, before, after);
    await deleteForeign(tx, subjects);
    return { done: done + (await deleteFormerLives(tx, rooms, before)), next };
  }, TRANSACTION);
}

async function deletePage(tx: Transaction, before: Date, after: EventPlace | null) {
  const place = after
    ? Prisma.sql`and (received_at, id) > (${after.receivedAt}::timestamptz, ${after.id}::bigint)`
    : Prisma.empty;
  const [row] = await tx.$queryRaw<(Step<EventPlace> & { subjects: string[]; rooms: string[] })[]>`
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
    select (select count(*)::int from done) as done, array(select subject from subjects) as subjects, array(
      select distinct subject from page where subject like 'conference:%' and subject not in (select subject from subjects)
    ) as rooms, (
      select json_build_object('receivedAt', received_at, 'id', id::text) from page
      where (select count(*) from page) = ${AT_ONCE} order by page.received_at desc, page.id desc limit 1
    ) as next`;
  return row!;
}
