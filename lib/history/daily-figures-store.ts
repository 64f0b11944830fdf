import { database } from '@/lib/db/client';
import type { DayFigures } from './figures-report';
import { BAD_QUALITY } from './history-reports';

/** The figures of one of the asked days. */
export interface DayRow extends Omit<DayFigures, 'date'> {
  /** Which of them. */
  day: number;
}

/**
 * What meetings came to, by the day on which they begin. `bounds` are the days' beginnings and the end of the last: zones
 * and their changes of clocks are settled by then, for the database may know other zones than browsers do.
 */
export function loadDays(bounds: readonly Date[]): Promise<DayRow[]> {
  const moments = bounds.map((moment) => moment.toISOString());
  const [beginnings, ends] = [moments.slice(0, -1), moments.slice(1)];
  // Each day's meetings are read straight from the index on their beginning.
  return database().$queryRaw<DayRow[]>`
    with days as materialized (
      select (place - 1)::int as day, beginning::timestamptz, ending::timestamptz
      from unnest(${beginnings}::text[], ${ends}::text[]) with ordinality as days (beginning, ending, place)
    ), began as (
      select day, first_arrived_at, answered_at, duration_ms, people, worst_quality,
        case when answered_at >= first_arrived_at then extract(epoch from answered_at - first_arrived_at)::float * 1000
             when answered_at < first_arrived_at then 0 end as waited_ms
      from days join meeting on valid_from >= beginning and valid_from < ending
        left join conference on conference.service_name = meeting.service_name
    ), rated as (
      select day, count(*)::int as ratings, avg(stars)::float as mean
      from days join meeting on valid_from >= beginning and valid_from < ending
        join call_rating on call_rating.meeting_id = meeting.id
      group by day
    )
    select day,
      count(*)::int as meetings,
      count(first_arrived_at)::int as visited,
      count(answered_at)::int as answered,
      percentile_cont(0.5) within group (order by waited_ms) as "waitMedianMs",
      percentile_cont(0.9) within group (order by waited_ms) as "waitP90Ms",
      avg(duration_ms) filter (where duration_ms > 0)::float as "durationMeanMs",
      coalesce(sum(duration_ms), 0)::float as "durationTotalMs",
      coalesce(sum(people), 0)::int as people,
      count(*) filter (where worst_quality >= ${BAD_QUALITY})::int as "badQuality",
      coalesce(min(ratings), 0)::int as ratings,
      min(mean) as "ratingMean"
    from began left join rated using (day) group by day`;
}
