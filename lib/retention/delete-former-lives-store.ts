import type { Transaction } from '@/lib/db/client';

/** Subjects in one statement, and the oldest reports of each that are looked at: more of a room come with the next run. */
const SUBJECTS_AT_ONCE = 50;
const MOST_EACH = 5_000;

/**
 * Deletes what was reported before then of former lives of these rooms, of which something was reported since: whatever is
 * told late, their rows come out the same without it (project-conference-node.ts). In the order in which it happened, which
 * is that of event-order.ts. Returns how many reports.
 *
 * @param subjects `conference:<service name>@<node>`
 */
export async function deleteFormerLives(tx: Transaction, subjects: readonly string[], before: Date): Promise<number> {
  let done = 0;
  for (let start = 0; start < subjects.length; start += SUBJECTS_AT_ONCE) {
    const some = subjects.slice(start, start + SUBJECTS_AT_ONCE);
    done += await tx.$executeRaw`
      with old as materialized (
        select room.subject, one.id, one.event, row_number() over happened as place
        from unnest(${some}::text[]) as room (subject) cross join lateral (
          select id, envelope->>'event' as event, (envelope->>'time')::float8 as time, dedupe_key as key,
            case when json_typeof(envelope->'seq') = 'number' then (envelope->>'seq')::float8 else 0 end as seq
          from sink_event where sink_event.subject = room.subject and received_at < ${before}
          order by id limit ${MOST_EACH}
        ) as one
        window happened as (partition by room.subject order by one.time, one.seq, one.key)
      ), lived as (
        select *, max(place) filter (where event = 'conference_started') over (partition by subject) as last_start from old
      ), ends as (
        select subject, max(place) as place from lived where event = 'conference_ended' and place < last_start group by subject
      )
      delete from sink_event
      where id in (select old.id from old join ends on ends.subject = old.subject and old.place < ends.place)`;
  }
  return done;
}
