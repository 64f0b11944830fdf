import type { EndKnownBy } from '@/lib/conferences/leg';
import { dateOf } from './event-order';
import type { LegState } from './leg-state';

/** What ended where a leg is, and may have taken the leg with it. */
export interface PlaceEnds {
  /** When the node's sink began, in any order: every row of `sink_start` of the leg's node. */
  sinkStarts: readonly Date[];
  /** `conference_node.endedAt` of the leg's room on its node. */
  conferenceEndedAt: Date | null;
}

interface LegEnd {
  at: Date;
  reason: string | null;
  knownBy: EndKnownBy;
}

/** How a leg ended; null while it is there. What nobody reported is inferred, and undone by any later sign of life. */
export function legEnd(state: LegState, places: PlaceEnds): LegEnd | null {
  const { disconnected, gone } = state;
  if (disconnected) return { at: dateOf(disconnected.at), reason: disconnected.reason, knownBy: 'reported' };
  const reason = gone?.reason ?? null;
  const notListed: LegEnd[] = gone ? [{ at: dateOf(gone.at), reason, knownBy: 'not_listed' }] : [];
  // The Management Node's history knows best. Of all else the first that happened, for it was gone by then.
  if (gone?.isExact) return notListed[0] ?? null;
  const restartedAt = firstAfter(places.sinkStarts, state.heardAt);
  const endedAt = endedWithConference(state, places) ? places.conferenceEndedAt : null;
  const inferred: LegEnd[] = [
    ...(restartedAt ? [{ at: restartedAt, reason, knownBy: 'node_restarted' as const }] : []),
    ...(endedAt ? [{ at: endedAt, reason, knownBy: 'conference_ended' as const }] : []),
    ...notListed,
  ];
  return inferred.reduce<LegEnd | null>((first, end) => (first && first.at <= end.at ? first : end), null);
}

/**
 * A node tells that a conference ended when the last participant left it there (event-sink.md §3), so whoever came before
 * that is gone although their disconnect was lost. Who joined after it is there: while the PIN is asked, a leg may be older
 * than the conference that it then enters.
 */
function endedWithConference({ joinedAt, connectedAt, heardAt }: LegState, places: PlaceEnds): boolean {
  const arrivedAt = joinedAt ?? connectedAt;
  const { conferenceEndedAt } = places;
  if (!conferenceEndedAt || arrivedAt === null || dateOf(arrivedAt) >= conferenceEndedAt) return false;
  return heardAt === null || dateOf(heardAt) <= conferenceEndedAt;
}

/** A node's sink that began after the last that was heard: the node did not carry the leg over (event-sink.md §5). */
export function firstAfter(sinkStarts: readonly Date[], heardAt: number | null): Date | null {
  if (heardAt === null) return null;
  const heard = dateOf(heardAt);
  return sinkStarts.reduce<Date | null>(
    (first, start) => (start > heard && (!first || start < first) ? start : first),
    null,
  );
}
