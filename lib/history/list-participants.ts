import type { Person } from '@/lib/conferences/person';
import { mayHavePeople, type MeetingEnd } from '@/lib/meetings/meeting';
import { cursorOf } from './cursor';
import { PAGE_SIZE, type ParticipantPage, type ReportedPerson } from './history-reports';
import type { ParticipantQuery } from './history-query';
import { findParticipants } from './participant-history-store';

/** A page of people that fit the query, who came last first. */
export async function listParticipants(
  query: ParticipantQuery,
  now: Date,
  pageSize = PAGE_SIZE,
): Promise<ParticipantPage> {
  // One more than is shown, to know whether there are others.
  const rows = await findParticipants(query, pageSize + 1);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    serverTime: now.toISOString(),
    participants: shown.map((row) => ({
      ...reportPerson(row, row, now),
      meeting: { id: row.meetingId, topic: row.topic, visitorName: row.visitorName },
    })),
    before:
      rows.length > pageSize && last
        ? cursorOf({ at: last.arrivedAt, keys: [last.serviceName, last.conversationId] })
        : null,
  };
}

type KnownPerson = Pick<
  Person,
  | 'conversationId'
  | 'displayName'
  | 'address'
  | 'protocol'
  | 'role'
  | 'arrivedAt'
  | 'joinedAt'
  | 'leftAt'
  | 'leftReason'
  | 'leftKnownBy'
  | 'awayMs'
  | 'worstQuality'
> & { agent: string | null };

export function reportPerson(person: KnownPerson, meeting: MeetingEnd, now: Date): ReportedPerson {
  const { conversationId, displayName, address, protocol, role, agent, leftReason, worstQuality } = person;
  const { arrivedAt, joinedAt, leftAt, leftKnownBy, awayMs } = person;
  return {
    ...{ conversationId, displayName, address, protocol, role, agent, leftReason, worstQuality },
    arrivedAt: arrivedAt?.toISOString() ?? null,
    joinedAt: joinedAt?.toISOString() ?? null,
    leftAt: leftAt?.toISOString() ?? null,
    isEndReported: leftAt ? leftKnownBy === null || leftKnownBy === 'reported' : mayHavePeople(meeting, now),
    // Clocks of nodes differ a little (event-sink.md §5, I).
    durationMs: joinedAt && leftAt ? Math.max(0, leftAt.getTime() - joinedAt.getTime() - awayMs) : null,
  };
}
