import type { EndedBy } from '@/lib/conferences/conference';
import { database } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { EARLY_GRACE_MS } from '@/lib/meetings/meeting';
import { aliasIn } from './alias-in';
import { BAD_QUALITY, LOW_RATING, type ReportedRatings } from './history-reports';
import { periodOf, type MeetingQuery } from './history-query';
import { hasText } from './text-search-store';

/** A meeting and what its conference came to. */
export interface MeetingRow {
  id: string;
  alias: string;
  serviceName: string;
  topic: string | null;
  visitorName: string | null;
  createdBy: string | null;
  validFrom: Date;
  validUntil: Date;
  cancelledAt: Date | null;
  putOutAt: Date | null;
  firstArrivedAt: Date | null;
  firstJoinedAt: Date | null;
  hostJoinedAt: Date | null;
  answeredAt: Date | null;
  lastLeftAt: Date | null;
  endedAt: Date | null;
  people: number | null;
  peak: number | null;
  durationMs: bigint | null;
  endedBy: EndedBy | null;
  worstQuality: number | null;
  ratings: ReportedRatings | null;
}

const COLUMNS = Prisma.sql`
  meeting.id, meeting.alias, meeting.service_name as "serviceName", meeting.topic, meeting.visitor_name as "visitorName",
  agent.name as "createdBy", meeting.valid_from as "validFrom", meeting.valid_until as "validUntil",
  meeting.cancelled_at as "cancelledAt", meeting.ended_at as "putOutAt", conference.first_arrived_at as "firstArrivedAt",
  conference.first_joined_at as "firstJoinedAt", conference.host_joined_at as "hostJoinedAt",
  conference.answered_at as "answeredAt", conference.last_left_at as "lastLeftAt", conference.ended_at as "endedAt",
  conference.people, conference.peak, conference.duration_ms as "durationMs", conference.ended_by as "endedBy",
  conference.worst_quality as "worstQuality", (
    select json_build_object('count', count(*)::int, 'mean', avg(stars)::float, 'lowest', min(stars))
    from call_rating where meeting_id = meeting.id having count(*) > 0
  ) as ratings`;

const TABLES = Prisma.sql`
  meeting left join conference on conference.service_name = meeting.service_name
          left join agent on agent.id = meeting.created_by_agent_id`;

/** Meetings that fit the query, the one that begins last first. */
export function findMeetings(
  query: MeetingQuery,
  { take, now, aliasPrefix }: { take: number; now: Date; aliasPrefix: string },
): Promise<MeetingRow[]> {
  const conditions = [
    ...searchConditions(query.search, aliasPrefix),
    ...stateConditions(query.state, now),
    ...callConditions(query, now),
    ...placeConditions(query),
  ];
  return database().$queryRaw<MeetingRow[]>`
    select ${COLUMNS} from ${TABLES}
    where ${Prisma.join([Prisma.sql`true`, ...conditions], ' and ')}
    order by meeting.valid_from desc, meeting.id desc limit ${take}`;
}

export async function findMeetingRow(id: string): Promise<MeetingRow | null> {
  const [row] = await database().$queryRaw<MeetingRow[]>`
    select ${COLUMNS} from ${TABLES} where meeting.id = ${id}::uuid`;
  return row ?? null;
}

/** An alias is looked up; anything else may be part of a topic or of the name of anybody who was there. */
function searchConditions(search: string | undefined, aliasPrefix: string): Prisma.Sql[] {
  if (!search) return [];
  const alias = aliasIn(search, aliasPrefix);
  if (alias) return [Prisma.sql`meeting.alias = ${alias}`];
  const has = (column: Prisma.Sql) => hasText(column, search);
  // Asked once for all meetings, not once for each, and each of them of its own index.
  return [
    Prisma.sql`meeting.service_name in (
      select service_name from meeting where ${has(Prisma.sql`topic`)} or ${has(Prisma.sql`visitor_name`)}
      union all
      select service_name from participant where is_counted and ${has(Prisma.sql`display_name`)})`,
  ];
}

/** The rule of lib/meetings/meeting.ts, for many at once. */
function stateConditions(state: MeetingQuery['state'], now: Date): Prisma.Sql[] {
  const opening = new Date(now.getTime() + EARLY_GRACE_MS);
  switch (state) {
    case undefined:
      return [];
    case 'cancelled':
      return [Prisma.sql`cancelled_at is not null`];
    case 'ended':
      return [Prisma.sql`cancelled_at is null and valid_until <= ${now}`];
    case 'open':
      return [Prisma.sql`cancelled_at is null and valid_until > ${now} and valid_from <= ${opening}`];
    case 'scheduled':
      return [Prisma.sql`cancelled_at is null and valid_until > ${now} and valid_from > ${opening}`];
  }
}

function callConditions({ calls, quality, rating }: MeetingQuery, now: Date): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (calls === 'answered') conditions.push(Prisma.sql`conference.answered_at is not null`);
  if (calls === 'not-answered')
    conditions.push(Prisma.sql`conference.first_arrived_at is not null and conference.answered_at is null`);
  if (calls === 'nobody-came')
    // Not as "no conference was joined to it": Postgres would expect none, and read all there are.
    conditions.push(
      Prisma.sql`(valid_until <= ${now} or cancelled_at is not null) and not exists (
        select from conference as visited
        where visited.service_name = meeting.service_name and visited.first_arrived_at is not null)`,
    );
  if (quality === 'bad') conditions.push(Prisma.sql`conference.worst_quality >= ${BAD_QUALITY}`);
  if (rating) {
    const most = rating === 'low' ? LOW_RATING : 5;
    conditions.push(Prisma.sql`meeting.id in (select meeting_id from call_rating where stars <= ${most})`);
  }
  return conditions;
}

function placeConditions(query: MeetingQuery): Prisma.Sql[] {
  const { since, until } = periodOf(query);
  const { before } = query;
  return [
    ...(since ? [Prisma.sql`meeting.valid_from >= ${since}`] : []),
    ...(until ? [Prisma.sql`meeting.valid_from < ${until}`] : []),
    ...(before ? [Prisma.sql`(meeting.valid_from, meeting.id) < (${before.at}, ${before.keys[0]}::uuid)`] : []),
  ];
}
