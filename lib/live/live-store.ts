import { z } from 'zod';
import { settings } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { isOutside } from '@/lib/events/leg-data';
import type { ConferenceEnd } from './legs-still-there';
import { liveList, MOST_EMPTY_MEETINGS, type ListedMeeting, type LiveFacts } from './live-list';
import type { LiveList } from './live-meeting';

/** How far ahead the desk looks. */
const AHEAD_MS = 12 * 60 * 60 * 1000;
/**
 * People are put out at the end. Whoever is listed longer than this is the ghost of a node that crashed and could not
 * report it (event-sink.md §1).
 */
const AFTER_END_MS = 15 * 60 * 1000;
/** More calls at once than any desk can watch. Beyond, the newest callers are kept: nobody has seen them yet. */
const MOST_BUSY_MEETINGS = 5_000;
const MOST_LEGS = 20_000;

const MEETING = {
  alias: true,
  serviceName: true,
  topic: true,
  visitorName: true,
  validFrom: true,
  validUntil: true,
  cancelledAt: true,
} as const;

/**
 * The desk's list as it is at `now`. Callers are looked for first, so that no number of meetings in which nobody is can
 * hide one. The questions go one after another: the desk takes one connection and leaves the others to policy requests.
 */
export async function loadLiveList(now: Date): Promise<LiveList> {
  const busy = await busyServices(now);
  const withSomebody = await database().meeting.findMany({
    where: { serviceName: { in: busy } },
    select: MEETING,
    orderBy: { id: 'asc' },
    take: MOST_BUSY_MEETINGS,
  });
  const meetings = [...withSomebody, ...(await emptyMeetings(busy, now))];
  const legs = await openLegs(busy);
  const ends = await conferenceEnds(busy);
  const facts = { meetings, legs, ends, agentCallTags: await agentCallTags(legs.map((leg) => leg.callTag)) };
  return liveList(facts, settings().appUrl, now);
}

/**
 * Service names of the meetings that have an open leg, the newest caller first. Begins with the meetings of these hours:
 * legs whose disconnect was lost stay open for ever, and would in time be most of what is open. Lateral, because as a plain
 * join Postgres reads every leg that ever was; so it looks into the index once per meeting.
 */
async function busyServices(now: Date): Promise<string[]> {
  const rows = await database().$queryRaw<{ serviceName: string }[]>`
    select service_name as "serviceName"
    from meeting cross join lateral (
      select max(connected_at) as newest
      from participant_leg
      where participant_leg.service_name = meeting.service_name and disconnected_at is null
      having count(*) > 0
    ) as open_legs
    where valid_until > ${new Date(now.getTime() - AFTER_END_MS)}
      and valid_from < ${new Date(now.getTime() + AHEAD_MS)}
    order by newest desc nulls last, service_name
    limit ${MOST_BUSY_MEETINGS}`;
  return rows.map((row) => row.serviceName);
}

/** Meetings with nobody in them, those nearest to `now` on either side: what opened last, and what comes next. */
async function emptyMeetings(busy: string[], now: Date): Promise<ListedMeeting[]> {
  const empty = { serviceName: { notIn: busy }, validUntil: { gt: now }, cancelledAt: null };
  const begun = await database().meeting.findMany({
    where: { ...empty, validFrom: { lte: now } },
    select: MEETING,
    orderBy: [{ validFrom: 'desc' }, { id: 'asc' }],
    take: MOST_EMPTY_MEETINGS,
  });
  const ahead = await database().meeting.findMany({
    where: { ...empty, validFrom: { gt: now, lt: new Date(now.getTime() + AHEAD_MS) } },
    select: MEETING,
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
    take: MOST_EMPTY_MEETINGS,
  });
  return [...begun, ...ahead];
}

async function openLegs(busy: string[]): Promise<LiveFacts['legs']> {
  const legs = await database().participantLeg.findMany({
    where: { serviceName: { in: busy }, disconnectedAt: null },
    select: {
      conversationId: true,
      serviceName: true,
      node: true,
      displayName: true,
      role: true,
      callTag: true,
      stage: true,
      hasMedia: true,
      isMuted: true,
      isStreaming: true,
      connectedAt: true,
      joinedAt: true,
    },
    orderBy: [{ connectedAt: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
    take: MOST_LEGS,
  });
  return legs.map(({ stage, ...leg }) => ({ ...leg, isOutside: isOutside(stage) }));
}

async function conferenceEnds(busy: string[]): Promise<ConferenceEnd[]> {
  const ends = await database().conferenceNode.findMany({
    where: { serviceName: { in: busy }, endedAt: { not: null } },
    select: { serviceName: true, node: true, endedAt: true },
    orderBy: [{ endedAt: 'desc' }, { serviceName: 'asc' }, { node: 'asc' }],
    take: MOST_LEGS,
  });
  return ends.flatMap(({ endedAt, ...place }) => (endedAt ? [{ ...place, endedAt }] : []));
}

/** Which of these call tags are agents' tickets. Any client may send any text as its tag, so only UUIDs are looked up. */
async function agentCallTags(callTags: (string | null)[]): Promise<Set<string>> {
  const ids = [...new Set(callTags)].flatMap((tag) => z.uuid().safeParse(tag).data ?? []);
  if (ids.length === 0) return new Set();
  const tickets = await database().ticket.findMany({
    where: { id: { in: ids }, agentId: { not: null } },
    select: { id: true },
    take: ids.length,
  });
  return new Set(tickets.map((ticket) => ticket.id));
}
