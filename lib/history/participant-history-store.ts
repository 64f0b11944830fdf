import type { EndKnownBy } from '@/lib/conferences/leg';
import { database } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { BAD_QUALITY } from './history-reports';
import { periodOf, type ParticipantQuery } from './history-query';
import { hasText } from './text-search-store';

/** A person in a meeting of ours. */
export interface ParticipantRow {
  serviceName: string;
  conversationId: string;
  displayName: string | null;
  address: string | null;
  protocol: string | null;
  role: 'host' | 'guest' | null;
  agent: string | null;
  arrivedAt: Date | null;
  joinedAt: Date | null;
  leftAt: Date | null;
  leftReason: string | null;
  leftKnownBy: EndKnownBy | null;
  awayMs: number;
  worstQuality: number | null;
  meetingId: string;
  validUntil: Date;
  putOutAt: Date | null;
  topic: string | null;
  visitorName: string | null;
}

/** People that fit the query, who came last first. Conferences that are not ours are shown nowhere. */
export async function findParticipants(query: ParticipantQuery, take: number): Promise<ParticipantRow[]> {
  const { before } = query;
  const dated = before?.at === null ? [] : await findDated(query, take);
  if (dated.length === take || hasPeriod(query)) return dated;
  // Of some only the end was reported, without a time of arrival; they come last.
  return [...dated, ...(await findUndated(query, take - dated.length))];
}

function findDated(query: ParticipantQuery, take: number): Promise<ParticipantRow[]> {
  const { since, until } = periodOf(query);
  const { before } = query;
  return find(
    [
      Prisma.sql`participant.arrived_at is not null`,
      ...conditionsOf(query),
      ...(since ? [Prisma.sql`participant.arrived_at >= ${since}`] : []),
      ...(until ? [Prisma.sql`participant.arrived_at < ${until}`] : []),
      ...(before?.at
        ? [
            Prisma.sql`(participant.arrived_at, participant.service_name, conversation_id)
              < (${before.at}, ${before.keys[0]}, ${before.keys[1]})`,
          ]
        : []),
    ],
    take,
  );
}

function findUndated(query: ParticipantQuery, take: number): Promise<ParticipantRow[]> {
  const { before } = query;
  return find(
    [
      Prisma.sql`participant.arrived_at is null`,
      ...conditionsOf(query),
      ...(before && !before.at
        ? [Prisma.sql`(participant.service_name, conversation_id) < (${before.keys[0]}, ${before.keys[1]})`]
        : []),
    ],
    take,
  );
}

function find(conditions: Prisma.Sql[], take: number): Promise<ParticipantRow[]> {
  return database().$queryRaw<ParticipantRow[]>`
    select participant.service_name as "serviceName", conversation_id as "conversationId",
      participant.display_name as "displayName", address, protocol, role, agent.name as agent,
      arrived_at as "arrivedAt", joined_at as "joinedAt", left_at as "leftAt", left_reason as "leftReason",
      left_known_by as "leftKnownBy", away_ms as "awayMs", worst_quality as "worstQuality",
      meeting.id as "meetingId", meeting.valid_until as "validUntil", meeting.ended_at as "putOutAt", meeting.topic, meeting.visitor_name as "visitorName"
    from participant join meeting on meeting.service_name = participant.service_name
      left join agent on agent.id = participant.agent_id
    where is_counted and ${Prisma.join(conditions, ' and ')}
    order by arrived_at desc, participant.service_name desc, conversation_id desc limit ${take}`;
}

function conditionsOf({ search, who, quality }: ParticipantQuery): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (search) {
    const has = (column: Prisma.Sql) => hasText(column, search);
    conditions.push(Prisma.sql`(${has(Prisma.sql`participant.display_name`)} or ${has(Prisma.sql`address`)})`);
  }
  if (who === 'agents') conditions.push(Prisma.sql`participant.agent_id is not null`);
  if (who === 'others') conditions.push(Prisma.sql`participant.agent_id is null`);
  if (who === 'never-in') conditions.push(Prisma.sql`joined_at is null`);
  if (quality === 'bad') conditions.push(Prisma.sql`worst_quality >= ${BAD_QUALITY}`);
  return conditions;
}

function hasPeriod({ from, to }: ParticipantQuery): boolean {
  return from !== undefined || to !== undefined;
}
