import type { LegRow } from '@/lib/conferences/leg';
import { mainNameOf } from '@/lib/conferences/room-name';
import { isOutside } from '@/lib/conferences/stage';
import { LEG_EVENTS, PARTICIPANT_GONE, PARTICIPANT_SEEN } from './applied-events';
import type { EventEnvelope } from './envelope';
import { dateOf } from './event-order';
import type { Fold } from './fold';
import { LegData } from './leg-data';
import { legEnd, type LegSurroundings } from './leg-end';
import { mergeLegData, NOT_HERE, UNKNOWN_LEG, type LegState } from './leg-state';

/**
 * How a leg's events add up. A reported disconnect is final for everything but a later connect: updates are still sent
 * while a leg is taken down. A leg that came back has the times of its latest stay.
 */
export const legFold: Fold<LegState> = {
  begin: () => UNKNOWN_LEG,
  step(state, { envelope }) {
    if (!LEG_EVENTS.has(envelope.event)) return state;
    const data = LegData.parse(envelope.data);
    if (envelope.event === PARTICIPANT_GONE) return noteGone(state, data, envelope);
    if (envelope.event === 'participant_disconnected') return noteDisconnect(state, data, envelope);
    return noteLife(state, data, envelope);
  },
};

function noteLife(before: LegState, data: LegData, { event, node, time }: EventEnvelope): LegState {
  const isBack = event === 'participant_connected' && comesAfter(before.disconnected, data, time);
  const state = { ...mergeLegData(isBack ? { ...before, ...NOT_HERE } : before, data), node };
  // What comes after a disconnect tells who it was, and nothing of when.
  if (state.disconnected && time > state.disconnected.time) return noteArrival(state, data, null);
  const here = { ...state, heardAt: time, gone: null };
  // Being listed says that the leg is there, and its own time only when somebody looked.
  return noteArrival(here, data, event === PARTICIPANT_SEEN ? (data.connectTime ?? time) : time);
}

/** A connect may be sent late: one that says itself that it connected before the disconnect is of the stay that is over. */
function comesAfter(disconnected: LegState['disconnected'], { connectTime }: LegData, time: number): boolean {
  if (!disconnected || time <= disconnected.time) return false;
  return connectTime === undefined || connectTime > disconnected.at;
}

function noteDisconnect(before: LegState, data: LegData, { node, time }: EventEnvelope): LegState {
  const state = noteArrival({ ...mergeLegData(before, data), node }, data, null);
  const reason = data.disconnectReason ?? before.disconnected?.reason ?? null;
  return { ...state, disconnected: { time, at: data.endTime ?? time, reason } };
}

function noteGone(before: LegState, data: LegData, { node, time }: EventEnvelope): LegState {
  const state = { ...before, serviceName: before.serviceName ?? data.serviceName ?? null, node: before.node || node };
  const gone = {
    at: data.endTime ?? before.gone?.at ?? time,
    isExact: data.endTime !== undefined || before.gone?.isExact === true,
    reason: data.disconnectReason ?? before.gone?.reason ?? null,
  };
  return { ...state, gone };
}

/**
 * Connected is the first we know of the leg. Joined is when it was first inside the meeting, in whichever room: SIP shows
 * that sometimes only in its disconnect (event-sink.md §5), whose own time says nothing about it.
 */
function noteArrival(state: LegState, data: LegData, seenAt: number | null): LegState {
  const connectTime = data.connectTime ?? null;
  const known = [state.connectedAt, connectTime, seenAt].filter((time) => time !== null);
  const isInside = data.stage !== undefined && !isOutside(data.stage);
  return {
    ...state,
    connectedAt: known.length > 0 ? Math.min(...known) : null,
    joinedAt: state.joinedAt ?? (isInside ? (seenAt ?? connectTime) : null),
  };
}

/**
 * The leg's row, or null while no event has named its conference.
 *
 * @param around what is known of where the leg is, `state.serviceName` on `state.node`, and of its media
 */
export function legRow(id: string, state: LegState, around: LegSurroundings): LegRow | null {
  const { serviceName, isMutedByHost, isMutedThemselves } = state;
  if (serviceName === null) return null;
  const end = legEnd(state, around);
  return {
    id,
    conversationId: state.conversationId ?? state.callId ?? id,
    serviceName,
    mainName: mainNameOf(serviceName),
    node: state.node,
    displayName: state.displayName,
    address: state.address,
    protocol: state.protocol,
    callTag: state.callTag,
    role: state.role,
    stage: state.stage,
    hasMedia: state.hasMedia,
    // By a host or by their own button: to the desk it is the same, they are not heard.
    isMuted: isMutedByHost || isMutedThemselves,
    isStreaming: state.isStreaming,
    relatedIds: state.relatedIds,
    connectedAt: dateOrNull(state.connectedAt),
    joinedAt: dateOrNull(state.joinedAt),
    heardAt: dateOrNull(state.heardAt),
    disconnectedAt: end?.at ?? null,
    disconnectReason: end?.reason ?? null,
    endKnownBy: end?.knownBy ?? null,
  };
}

function dateOrNull(seconds: number | null): Date | null {
  return seconds === null ? null : dateOf(seconds);
}
