import type { LivePerson } from './live-meeting';

/** What counting people needs of a leg that is still connected. */
export interface OpenLeg {
  conversationId: string;
  displayName: string | null;
  role: 'host' | 'guest' | null;
  callTag: string | null;
  hasMedia: boolean;
  isMuted: boolean;
  isStreaming: boolean;
  isOutside: boolean;
  connectedAt: Date | null;
  joinedAt: Date | null;
}

/**
 * The people behind the open legs of one meeting: one per conversation, since a browser brings a control leg and a media
 * leg (event-sink.md §5); recorders and streams are nobody. Those who wait come first, the longest wait at the top.
 *
 * @param agentCallTags call tags of tickets that were given to agents
 */
export function peopleOf(legs: readonly OpenLeg[], agentCallTags: ReadonlySet<string>, now: Date): LivePerson[] {
  const byConversation = new Map<string, OpenLeg[]>();
  for (const leg of legs) {
    if (leg.isStreaming) continue;
    byConversation.set(leg.conversationId, [...(byConversation.get(leg.conversationId) ?? []), leg]);
  }
  return [...byConversation]
    .map(([id, own]) => personOf(id, own, agentCallTags, now))
    .sort(
      (left, right) =>
        Number(right.isWaiting) - Number(left.isWaiting) ||
        left.since.localeCompare(right.since) ||
        left.id.localeCompare(right.id),
    );
}

function personOf(id: string, legs: readonly OpenLeg[], agentCallTags: ReadonlySet<string>, now: Date): LivePerson {
  // A control leg's stage may lag behind the media leg's, so the media decide once there are any.
  const withMedia = legs.filter((leg) => leg.hasMedia);
  const telling = withMedia.length > 0 ? withMedia : legs;
  const isWaiting = telling.every((leg) => leg.isOutside);
  // Someone waits since their first leg appeared; they are in since they first were inside.
  const times = isWaiting ? legs.map((leg) => leg.connectedAt) : legs.map((leg) => leg.joinedAt ?? leg.connectedAt);
  const known = times.filter((time) => time !== null).map((time) => time.getTime());
  return {
    id,
    displayName: firstOf(telling, legs, (leg) => leg.displayName) ?? 'Someone',
    role: legs.some((leg) => leg.role === 'host') ? 'host' : firstOf(telling, legs, (leg) => leg.role),
    isAgent: legs.some((leg) => leg.callTag !== null && agentCallTags.has(leg.callTag)),
    isWaiting,
    since: new Date(known.length > 0 ? Math.min(...known) : now.getTime()).toISOString(),
    isMuted: telling.some((leg) => leg.isMuted),
  };
}

function firstOf<T>(
  preferred: readonly OpenLeg[],
  legs: readonly OpenLeg[],
  read: (leg: OpenLeg) => T | null,
): T | null {
  for (const leg of [...preferred, ...legs]) {
    const value = read(leg);
    if (value !== null) return value;
  }
  return null;
}
