import { mainNameOf } from '@/lib/conferences/room-name';
import { conversationOf, type ListedParticipant } from '@/lib/management/participants';
import { grouped } from './grouped';
import type { KnownLeg } from './known';

/**
 * Finds which of our legs a listed one is. By its id, or else, since a browser's legs may be listed under ids that events do not
 * have (event-sink.md §3), the open one of the same conversation, conference and protocol, where there is just one on each side.
 *
 * @param listed each once
 */
export function legFinder(
  listed: readonly ListedParticipant[],
  legs: readonly KnownLeg[],
): (one: ListedParticipant) => KnownLeg | undefined {
  const byId = new Map(legs.map((leg) => [leg.id, leg]));
  const listedIds = new Set(listed.map(({ id }) => id));
  const rest = grouped(
    legs.filter(({ id, disconnectedAt }) => disconnectedAt === null && !listedIds.has(id)),
    ({ conversationId, mainName, protocol }) => keyOf(conversationId, mainName, protocol),
  );
  const unknown = grouped(
    listed.filter(({ id }) => !byId.has(id)),
    keyOfListed,
  );
  return (one) => {
    const known = byId.get(one.id);
    if (known) return known;
    const legsLike = rest.get(keyOfListed(one)) ?? [];
    return legsLike.length === 1 && unknown.get(keyOfListed(one))?.length === 1 ? legsLike[0] : undefined;
  };
}

function keyOfListed(one: ListedParticipant): string {
  return keyOf(conversationOf(one), mainNameOf(one.conference ?? ''), one.protocol ?? null);
}

/** Protocols are written in capitals by us, and in either by others. */
function keyOf(conversationId: string, mainName: string, protocol: string | null): string {
  return JSON.stringify([conversationId, mainName, protocol?.toUpperCase() ?? null]);
}
