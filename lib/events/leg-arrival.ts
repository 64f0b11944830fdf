import { isOutside } from '@/lib/conferences/stage';
import type { LegData } from './leg-data';
import type { LegState } from './leg-state';

// When a leg came, and when it came inside. Pure.

/** Being called is not being there yet. */
export function isRinging({ isCalled, stage }: Pick<LegState, 'isCalled' | 'stage'>): boolean {
  return isCalled === true && stage === 'connecting';
}

/**
 * Connected is the first we know of the leg, and of one that is called, when it answered. Joined is when it was first inside the
 * meeting, in whichever room: SIP shows that sometimes only in its disconnect (event-sink.md §5), whose own time says nothing
 * about it.
 */
export function noteArrival(
  before: LegState,
  state: LegState,
  data: LegData,
  seenAt: number | null,
  inSince: number | null = null,
): LegState {
  const here = (time: number | null) => (time === null ? null : Math.max(time, state.since ?? time));
  const connectTime = here(data.connectTime ?? null);
  const hasAnswered = isRinging({ ...state, stage: before.stage }) && !isRinging(state);
  const times = hasAnswered ? [here(inSince) ?? connectTime] : [state.connectedAt, connectTime, here(seenAt)];
  const known = times.filter((time) => time !== null);
  const isInside = data.stage !== undefined && !isOutside(data.stage);
  return {
    ...state,
    connectedAt: known.length > 0 ? Math.min(...known) : state.connectedAt,
    joinedAt: state.joinedAt ?? (isInside ? (here(inSince) ?? connectTime) : null),
  };
}

/**
 * Since when a leg was inside that an update or a list tells to be there, whose own time says nothing about it: what told that
 * it came in may be lost. Where nobody told that it waited, since it was connected; and since then also if that was after it
 * was last told to wait, for some are connected when they are let in. Null where nothing tells.
 */
export function inAlready({ connectedAt, stage, heardAt }: LegState, { connectTime }: LegData): number | null {
  const waited = connectedAt !== null && isOutside(stage);
  if (!waited) return connectTime ?? connectedAt;
  return connectTime !== undefined && connectTime > (heardAt ?? 0) ? connectTime : null;
}
