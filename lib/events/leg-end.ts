import type { EndKnownBy } from '@/lib/conferences/leg';
import { isAtDoor } from '@/lib/conferences/stage';
import { dateOf } from './event-order';
import type { LegState } from './leg-state';

/** What is known around a leg: what ended where it is, and may have taken it with it, and what tells that it did not. */
export interface LegSurroundings {
  /** When the node's sink began, in any order: every row of `sink_start` of the leg's node that tells. */
  sinkStarts: readonly Date[];
  /** `conference_node.endedAt` of the leg's room on its node. */
  conferenceEndedAt: Date | null;
  /** When an end of it was last told there: the event's own time, which may be some moments after the end that it tells. */
  conferenceEndToldAt: Date | null;
  /** Found by the Management Node's list, and told by nobody. */
  isConferenceEndFound: boolean;
  /** When its media were last told of, under whichever id: Unix seconds. Needed only where `isInDoubt`. */
  mediaHeardAt: number | null;
}

/** Where nothing is known to have ended. */
export const NOTHING_ENDED: LegSurroundings = {
  sinkStarts: [],
  conferenceEndedAt: null,
  conferenceEndToldAt: null,
  isConferenceEndFound: false,
  mediaHeardAt: null,
};

/** So long the PIN is asked, unless an administrator says otherwise (`pin_entry_timeout`, policy-api.md §4, D). */
const PIN_TIMEOUT_MS = 2 * 60 * 1000;

interface LegEnd {
  at: Date;
  reason: string | null;
  knownBy: EndKnownBy;
}

/** How a leg ended; null while it is there. What nobody reported is inferred, and undone by any later sign of life. */
export function legEnd(state: LegState, around: LegSurroundings): LegEnd | null {
  const { disconnected, gone } = state;
  if (disconnected) return { at: dateOf(disconnected.at), reason: disconnected.reason, knownBy: 'reported' };
  const reason = gone?.reason ?? null;
  const notListed: LegEnd[] = gone ? [{ at: dateOf(gone.at), reason, knownBy: 'not_listed' }] : [];
  // The Management Node's history knows best. Of all else the first that happened, for it was gone by then.
  if (gone?.isExact) return notListed[0] ?? null;
  const restartedAt = firstAfter(around.sinkStarts, withMedia(state.heardAt, around.mediaHeardAt));
  const endedAt = endedWithConference(state, around) ? around.conferenceEndedAt : null;
  const withConference = around.isConferenceEndFound ? 'not_listed' : 'conference_ended';
  const inferred: LegEnd[] = [
    ...(restartedAt ? [{ at: restartedAt, reason, knownBy: 'node_restarted' as const }] : []),
    ...(endedAt ? [{ at: endedAt, reason, knownBy: withConference } as const] : []),
    ...notListed,
  ];
  return inferred.reduce<LegEnd | null>((first, end) => (first && first.at <= end.at ? first : end), null);
}

/**
 * A node tells that a conference ended when the last participant left it there (event-sink.md §3), so whoever came before
 * that is gone although their disconnect was lost. Who joined after it is there: while the PIN is asked, a leg may be older
 * than the conference that it then enters. An end that is a sink's start was itself inferred from that, which the leg is
 * judged by on its own. Who is still dialling or asked for the PIN is in no conference, and may go on when it ends; but not
 * for longer than anybody is asked.
 */
function endedWithConference({ joinedAt, connectedAt, heardAt, stage }: LegState, around: LegSurroundings): boolean {
  const arrivedAt = joinedAt ?? connectedAt;
  const { conferenceEndedAt, conferenceEndToldAt, sinkStarts } = around;
  if (!conferenceEndedAt || arrivedAt === null || dateOf(arrivedAt) >= conferenceEndedAt) return false;
  if (sinkStarts.some((start) => start.getTime() === conferenceEndedAt.getTime())) return false;
  // Clocks differ (event-sink.md §5): an end may lie before the leg's last sign of life, and was told after it all the same.
  const heard = heardAt === null ? null : dateOf(heardAt);
  if (isAtDoor(stage)) return conferenceEndedAt.getTime() - (heard ?? dateOf(arrivedAt)).getTime() > PIN_TIMEOUT_MS;
  return heard === null || heard <= conferenceEndedAt || (conferenceEndToldAt !== null && heard <= conferenceEndToldAt);
}

/** Whether a sink's start ends the leg unless its media were told of later. */
export function isInDoubt({ disconnected, heardAt }: LegState, sinkStarts: readonly Date[]): boolean {
  return !disconnected && firstAfter(sinkStarts, heardAt) !== null;
}

/** The ids under which a leg's media may be told of: its own, and those it names (event-sink.md §3). */
export function mediaIdsOf(id: string, { relatedIds }: Pick<LegState, 'relatedIds'>): string[] {
  return [id, ...relatedIds];
}

/** The last of the times under these ids, null where there is none. */
export function lastHeard(ids: readonly string[], heard: ReadonlyMap<string, number>): number | null {
  const times = ids.flatMap((id) => heard.get(id) ?? []);
  return times.length > 0 ? Math.max(...times) : null;
}

/**
 * A sink begins anew when it is changed, too: then windows of the media go on coming while nothing else is told of the leg.
 * Figures of streams that ended may follow the leg's own end, so they say nothing about a conference's.
 */
function withMedia(heardAt: number | null, mediaHeardAt: number | null): number | null {
  return heardAt === null || mediaHeardAt === null ? heardAt : Math.max(heardAt, mediaHeardAt);
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
