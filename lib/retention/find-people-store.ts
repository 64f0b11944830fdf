import { storableText } from '@/lib/db/storable-text';
import { database } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { hasText, withoutCase } from '@/lib/history/text-search-store';
import { mayHavePeople, type MeetingEnd } from '@/lib/meetings/meeting';
import { findSenders, type FoundSender } from '@/lib/visitor-messages/erase-messages-store';
import { findByFormerName } from './find-by-former-name-store';
import { LONGEST_CALL_DAYS, MOST_FOUND, type FoundPeople, type FoundPerson } from './retention-report';
import { ERASED } from './where-names-are';

export interface FoundRow {
  serviceName: string;
  conversationId: string | null;
  displayName: string | null;
  address: string | null;
  meetingId: string | null;
  topic: string | null;
  at: Date | null;
  leftAt: Date | null;
  heardAt: Date | null;
  validUntil: Date | null;
  putOutAt: Date | null;
}

/**
 * Whose name, former name or address has this in it, who came last first: everybody who was in a call, also in conferences
 * that are not ours and are shown nowhere, names that were only given, and who left a message.
 */
export async function findPeople(search: string, now: Date): Promise<FoundPeople> {
  const text = storableText(search);
  // One more than is shown, to know whether there are others.
  const most = MOST_FOUND + 1;
  const rows = [
    ...(await findCallers(text, most)),
    ...(await findElsewhere(text, most)),
    ...(await findByFormerName(text, most)),
    ...(await findGivenNames(text, most)),
  ];
  const people = [...onceEach(rows).map((row) => found(row, now)), ...(await findSenders(text, most)).map(foundSender)];
  people.sort((one, other) => Date.parse(other.at ?? NEVER) - Date.parse(one.at ?? NEVER));
  return { people: people.slice(0, MOST_FOUND), isCut: people.length > MOST_FOUND };
}

const NEVER = '1970-01-01T00:00:00Z';

function foundSender({ messageId, name, address, at }: FoundSender): FoundPerson {
  const unseen = { meeting: null, isThere: false };
  return { person: { messageId }, displayName: name, address, at: at.toISOString(), ...unseen };
}

function findCallers(search: string, take: number): Promise<FoundRow[]> {
  return database().$queryRaw<FoundRow[]>`
    select participant.service_name as "serviceName", conversation_id as "conversationId", display_name as "displayName",
      address, meeting.id as "meetingId", topic, coalesce(arrived_at, left_at) as at, left_at as "leftAt",
      arrived_at as "heardAt", valid_until as "validUntil", ended_at as "putOutAt"
    from participant left join meeting on meeting.service_name = participant.service_name
    where (${hasText(Prisma.sql`display_name`, search)} and display_name <> ${ERASED})
      or ${hasText(Prisma.sql`address`, search)}
    order by arrived_at desc nulls last, participant.service_name, conversation_id limit ${take}`;
}

/** In conferences that are not ours, of which there are only legs, and legs of which no conference was named yet. */
function findElsewhere(search: string, take: number): Promise<FoundRow[]> {
  return database().$queryRaw<FoundRow[]>`
    select main_name as "serviceName", conversation_id as "conversationId", max(display_name) as "displayName",
      max(address) as address, null as "meetingId", null as topic,
      coalesce(min(connected_at), max(disconnected_at)) as at,
      case when bool_and(disconnected_at is not null) then max(disconnected_at) end as "leftAt",
      max(greatest(heard_at, connected_at)) as "heardAt", null as "validUntil", null as "putOutAt"
    from participant_leg
    where ((${hasText(Prisma.sql`display_name`, search)} and display_name <> ${ERASED})
        or ${hasText(Prisma.sql`address`, search)})
      and not is_streaming
      and not exists (select from participant where participant.service_name = participant_leg.main_name)
    group by main_name, conversation_id
    order by at desc nulls last, main_name, conversation_id limit ${take}`;
}

/** Of whom is found in several ways, the first. */
function onceEach(rows: readonly FoundRow[]): FoundRow[] {
  const keyOf = ({ serviceName, conversationId, displayName }: FoundRow) =>
    JSON.stringify([serviceName, conversationId ?? { name: displayName }]);
  return [...new Map(rows.toReversed().map((row) => [keyOf(row), row])).values()].toReversed();
}

/** Of names that were only given, so many of the newest are compared with who was in the call. */
const MOST_COMPARED = 2_000;

/** Names given to our site, on tickets and personal links, but for those by which somebody is known in that same call. */
function findGivenNames(search: string, take: number): Promise<FoundRow[]> {
  return database().$queryRaw<FoundRow[]>`
    select service_name as "serviceName", null as "conversationId", name as "displayName", null as address,
      id as "meetingId", topic, valid_from as at, null as "leftAt", null as "heardAt", valid_until as "validUntil", null as "putOutAt"
    from (
      (select id, service_name, topic, valid_from, valid_until, visitor_name as name from meeting
        where ${hasText(Prisma.sql`visitor_name`, search)} and visitor_name <> ${ERASED}
        order by valid_from desc, id limit ${MOST_COMPARED})
      union
      (select meeting.id, service_name, topic, valid_from, valid_until, display_name
        from ticket join meeting on meeting.id = ticket.meeting_id
        where ${hasText(Prisma.sql`display_name`, search)} and display_name <> ${ERASED}
        order by valid_from desc, ticket.id limit ${MOST_COMPARED})
      union
      (select meeting.id, service_name, topic, valid_from, valid_until, display_name
        from invitation join meeting on meeting.id = invitation.meeting_id
        where ${hasText(Prisma.sql`display_name`, search)} and display_name <> ${ERASED}
        order by valid_from desc, invitation.id limit ${MOST_COMPARED})
    ) as given
    where not exists (
      select from participant where participant.service_name = given.service_name
        and ${withoutCase(Prisma.sql`display_name`)} = ${withoutCase(Prisma.sql`given.name`)})
    order by valid_from desc, service_name, name limit ${take}`;
}

function found(row: FoundRow, now: Date): FoundPerson {
  const { serviceName, conversationId, displayName, address, meetingId, topic } = row;
  return {
    person: conversationId === null ? { serviceName, name: displayName ?? '' } : { serviceName, conversationId },
    ...{ displayName, address },
    meeting: meetingId === null ? null : { id: meetingId, topic },
    at: row.at?.toISOString() ?? null,
    isThere: conversationId !== null && isThere({ ...row, end: endOf(row) }, now),
  };
}

function endOf({ validUntil, putOutAt }: FoundRow): MeetingEnd | null {
  return validUntil && { validUntil, putOutAt };
}

interface Presence {
  leftAt: Date | null;
  /** When they, or their legs, were last heard of. */
  heardAt: Date | null;
  /** The end of the meeting; null in a conference that is not ours. */
  end: MeetingEnd | null;
}

/** Whether somebody is in a call now, for all we know: whose end was lost is not so for ever. */
export function isThere({ leftAt, heardAt, end }: Presence, now: Date): boolean {
  if (leftAt || (end && !mayHavePeople(end, now))) return false;
  const lastSign = end ? end.validUntil : heardAt;
  return lastSign !== null && lastSign.getTime() + LONGEST_CALL_DAYS * DAY_MS > now.getTime();
}

const DAY_MS = 24 * 60 * 60 * 1000;
