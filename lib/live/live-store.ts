import { settings } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { isOutside } from '@/lib/events/leg-data';
import { liveList, type LiveFacts } from './live-list';
import type { LiveList } from './live-meeting';

/** How far ahead the desk looks. */
const AHEAD_MS = 12 * 60 * 60 * 1000;
/**
 * People are put out at the end. Whoever is listed longer than this is the ghost of a node that crashed and could not
 * report it (event-sink.md §1).
 */
const AFTER_END_MS = 15 * 60 * 1000;
const MOST_MEETINGS = 1000;
const MOST_LEGS = 20_000;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The desk's list as it is at `now`. */
export async function loadLiveList(now: Date): Promise<LiveList> {
  const meetings = await database().meeting.findMany({
    where: {
      validUntil: { gt: new Date(now.getTime() - AFTER_END_MS) },
      validFrom: { lt: new Date(now.getTime() + AHEAD_MS) },
    },
    select: {
      alias: true,
      serviceName: true,
      topic: true,
      visitorName: true,
      validFrom: true,
      validUntil: true,
      cancelledAt: true,
    },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
    take: MOST_MEETINGS,
  });
  const legs = await openLegs(meetings.map((meeting) => meeting.serviceName));
  const facts = { meetings, legs, agentCallTags: await agentCallTags(legs.map((leg) => leg.callTag)) };
  return liveList(facts, settings().appUrl, now);
}

async function openLegs(serviceNames: string[]): Promise<LiveFacts['legs']> {
  const legs = await database().participantLeg.findMany({
    where: { serviceName: { in: serviceNames }, disconnectedAt: null },
    select: {
      conversationId: true,
      serviceName: true,
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
    orderBy: { id: 'asc' },
    take: MOST_LEGS,
  });
  return legs.map(({ stage, ...leg }) => ({ ...leg, isOutside: isOutside(stage) }));
}

/** Which of these call tags are agents' tickets. Any client may send any text as its tag, so only UUIDs are looked up. */
async function agentCallTags(callTags: (string | null)[]): Promise<Set<string>> {
  const ids = [...new Set(callTags)].filter((tag) => tag !== null).filter((tag) => UUID.test(tag));
  if (ids.length === 0) return new Set();
  const tickets = await database().ticket.findMany({
    where: { id: { in: ids }, agentId: { not: null } },
    select: { id: true },
    take: ids.length,
  });
  return new Set(tickets.map((ticket) => ticket.id));
}
