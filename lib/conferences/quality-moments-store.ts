import type { Transaction } from '@/lib/db/client';
import type { MediaSpan, QualityMoment } from './quality-moments';

/**
 * Of media that are only in part of a conference, the moments that decide what they are to it (quality-moments.ts): of each
 * stay the last before it, its own last one, and its worst. However many were told, each stay has its own, whatever else is
 * asked for with it.
 *
 * @param spans by the id under which media are told, of each conference
 */
export async function decidingMoments(
  tx: Transaction,
  spans: readonly ReadonlyMap<string, readonly MediaSpan[]>[],
): Promise<QualityMoment[]> {
  const asked = spans
    .flatMap((each) => [...each])
    .flatMap(([id, own]) => own.map(({ mediaSince, mediaUntil }) => ({ id, since: mediaSince, until: mediaUntil })));
  if (asked.length === 0) return [];
  return tx.$queryRaw<QualityMoment[]>`
    select distinct deciding.*
    from (
      select id, since, coalesce(since, '-infinity') as "from", coalesce(until, 'infinity') as until
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (id text, since timestamptz, until timestamptz)
    ) as span
    cross join lateral (
      (select leg_id as "legId", at, quality::int from media_window
        where leg_id = span.id and at <= span.since order by at desc, quality desc limit 1)
      union all
      (select leg_id, at, quality from media_window
        where leg_id = span.id and at >= span.from and at < span.until order by at desc, quality desc limit 1)
      union all
      (select leg_id, at, quality from media_window
        where leg_id = span.id and at >= span.from and at < span.until order by quality desc, at desc limit 1)
    ) as deciding`;
}
