import { isOutside } from '@/lib/conferences/stage';
import type { LegState } from './leg-state';

/**
 * When a leg was first inside the meeting, in Unix seconds. No event need tell where it is (event-sink.md §3), nor when it was
 * let in: whatever is not outside then was inside since it was connected, as it is to whoever watches.
 */
export function insideSince({ joinedAt, stage, connectedAt }: LegState): number | null {
  return joinedAt ?? (isOutside(stage) ? null : connectedAt);
}

/** When it was first inside as a host, in Unix seconds: a guest may be made one later, and a host may be made a guest. */
export function hostInsideSince(state: LegState): number | null {
  const inside = insideSince(state);
  return inside === null || typeof state.hostSince !== 'number' ? null : Math.max(inside, state.hostSince);
}

/**
 * Notes what an event did to a leg's role. Whose first role that was told is host's, was one from the beginning.
 *
 * @param time when it happened
 */
export function noteHost(before: LegState, after: LegState, time: number): LegState {
  const hostSince = after.hostSince ?? null;
  if (after.role === 'host') return { ...after, hostSince: hostSince ?? (before.role === 'guest' ? time : 0) };
  // Who was made a guest while outside has never been inside as a host.
  const wasInside = insideSince(before) !== null && insideSince(after) !== null;
  return { ...after, hostSince: wasInside ? hostSince : null };
}
