import { database } from '@/lib/db/client';

/** More people than a page can show of one meeting. */
export const MOST_PEOPLE = 500;
/** Changes of quality altogether: a leg reports one every few seconds at worst. */
const MOST_CHANGES = 10_000;

/** More than a page can show of one meeting; people who rated, not words. */
const MOST_RATINGS = 500;

/** What was thought of a call, the newest first. */
export function loadRatings(meetingId: string) {
  return database().callRating.findMany({
    where: { meetingId },
    select: { stars: true, word: true, ratedAt: true, ticket: { select: { displayName: true } } },
    orderBy: [{ ratedAt: 'desc' }, { ticketId: 'asc' }],
    take: MOST_RATINGS,
  });
}

/** Everybody who was in a conference, who came first first, and what their legs reported of their media. */
export async function loadPeople(serviceName: string) {
  const people = await database().participant.findMany({
    where: { serviceName, isCounted: true },
    orderBy: [{ arrivedAt: { sort: 'asc', nulls: 'last' } }, { conversationId: 'asc' }],
    take: MOST_PEOPLE + 1,
  });
  const agents = await database().agent.findMany({
    where: { id: { in: people.flatMap(({ agentId }) => agentId ?? []) } },
    select: { id: true, name: true },
  });
  const legs = await database().participantLeg.findMany({
    where: { mainName: serviceName },
    omit: { folding: true },
    orderBy: { id: 'asc' },
    take: 10 * MOST_PEOPLE,
  });
  const windows = await database().mediaWindow.findMany({
    where: { legId: { in: [...new Set(legs.flatMap(({ id, relatedIds }) => [id, ...relatedIds]))] } },
    select: { legId: true, at: true, quality: true, lostToNode: true, lostToPerson: true },
    orderBy: [{ at: 'asc' }, { eventId: 'asc' }],
    take: MOST_CHANGES,
  });
  return { people, agents, legs, windows };
}
