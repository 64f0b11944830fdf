import { LEG_EVENTS, PARTICIPANT_GONE } from './applied-events';
import type { EventEnvelope } from './envelope';
import type { Fold } from './fold';
import { LegData } from './leg-data';
import { noteHost } from './inside-since';
import { inAlready, noteArrival } from './leg-arrival';
import { beginStay, changeEarlier, isElsewhere } from './leg-stays';
import { mergeLegData, UNKNOWN_LEG, type LegState } from './leg-state';
import { isOfEndedStay } from './stepped-back';

/**
 * How a leg's events add up. A reported disconnect is final for everything but what tells of a later connect: updates are
 * still sent while a leg is taken down. A leg that came back, or went to another conference, has the times of its latest stay there,
 * and those that are over beside it.
 */
export const legFold: Fold<LegState> = {
  begin: () => UNKNOWN_LEG,
  step(state, { envelope }) {
    if (!LEG_EVENTS.has(envelope.event)) return state;
    const after = noteEvent(state, LegData.parse(envelope.data), envelope);
    return noteHost(state, after, Math.min(envelope.time, after.disconnected?.at ?? Infinity));
  },
};

function noteEvent(state: LegState, data: LegData, envelope: EventEnvelope): LegState {
  if (envelope.event === PARTICIPANT_GONE) return noteGone(state, data, envelope);
  if (envelope.event === 'participant_disconnected') return noteDisconnect(state, data, envelope);
  return noteLife(state, data, envelope);
}

function noteLife(before: LegState, data: LegData, envelope: EventEnvelope): LegState {
  const { time } = envelope;
  const { disconnected } = before;
  const cameAfter = comesAfter(before, data, envelope);
  if (cameAfter !== null) return noteHere(beginStay(before, cameAfter), data, envelope);
  if (isOfEndedStay(before, data, envelope)) {
    // What it was at first is not what it was in the end.
    const last = { stage: before.stage ?? data.stage, role: before.role ?? data.role };
    return noteHere(before, { ...data, ...last }, envelope);
  }
  if (!isElsewhere(before, data)) return noteHere(before, data, envelope);
  // What comes after a disconnect tells who it was, and nothing of where.
  if (disconnected) return noteHere(before, { ...data, serviceName: undefined }, envelope);
  // Its media go on, and so does what it is, which an update need not say again.
  const moved = { ...beginStay(before, time), hasMedia: before.hasMedia };
  return noteHere(moved, { ...data, stage: data.stage ?? before.stage ?? undefined }, envelope);
}

function noteHere(before: LegState, data: LegData, { event, node, time }: EventEnvelope): LegState {
  const state = { ...mergeLegData(before, data), node };
  // Nor of when.
  if (state.disconnected && time > state.disconnected.time) return noteArrival(before, state, data, null);
  const inSince = event === 'participant_connected' ? time : (inAlready(before, data) ?? time);
  return noteArrival(before, { ...state, heardAt: time, gone: null }, data, time, Math.min(inSince, time));
}

/**
 * After when a leg that was disconnected came back, as this tells; null when it does not. Whatever says that it connected after
 * the disconnect is of another stay, of which the connect may be lost. A connect may be sent late: one that says itself that it
 * connected before is of the stay that is over. Unless it is in another conference: who was transferred may have there the time
 * at which their call began.
 */
function comesAfter(before: LegState, data: LegData, envelope: EventEnvelope): number | null {
  const { event, time } = envelope;
  const { disconnected } = before;
  if (!disconnected || time <= disconnected.time || isOfEndedStay(before, data, envelope)) return null;
  if (data.connectTime !== undefined && data.connectTime > disconnected.at) return disconnected.at;
  if (event !== 'participant_connected') return null;
  if (data.connectTime === undefined) return disconnected.at;
  return isElsewhere(before, data) ? time : null;
}

function noteDisconnect(before: LegState, data: LegData, envelope: EventEnvelope): LegState {
  // Where it was before it was moved: that may be told when it is known already where it is now, and says nothing of that.
  const earlier = changeEarlier(before, data, (stay) => {
    const ended = noteEnd(stay, data, envelope);
    const { at } = ended.disconnected;
    const disconnected = { ...ended.disconnected, at: Math.min(at, stay.disconnected?.at ?? at) };
    return noteHost(stay, { ...ended, disconnected }, Math.min(envelope.time, disconnected.at));
  });
  return earlier ?? noteEnd(before, data, envelope);
}

function noteEnd(before: LegState, data: LegData, envelope: EventEnvelope) {
  const { node, time, seq } = envelope;
  const at = data.endTime ?? time;
  // Nobody told when it went there, or came back: until now it was where it was known to be, unless it had left.
  const isAnother = isElsewhere(before, data) || comesAfter(before, data, envelope) !== null;
  const there = isAnother ? beginStay(before, before.disconnected?.at ?? at) : before;
  // The connect may be lost: then how long it was there tells since when.
  const began = data.duration === undefined ? undefined : at - data.duration;
  // As it may be where the clock was set back in between (stepped-back.ts).
  const isBehindEnd = data.connectTime !== undefined && data.connectTime > at;
  const connectTime = isBehindEnd ? (began ?? data.connectTime) : (data.connectTime ?? began);
  const state = noteArrival(there, { ...mergeLegData(there, data), node }, { ...data, connectTime }, null);
  const reason = data.disconnectReason ?? there.disconnected?.reason ?? null;
  return { ...state, disconnected: { time, node, seq, at, reason, connectTime: data.connectTime } };
}

function noteGone(before: LegState, data: LegData, { node, time }: EventEnvelope): LegState {
  // It was looked for where it was known to be, and is known to have gone elsewhere by now.
  if (isElsewhere(before, data)) return before;
  const state = { ...before, serviceName: before.serviceName ?? data.serviceName ?? null, node: before.node || node };
  const gone = {
    at: data.endTime ?? before.gone?.at ?? time,
    isExact: data.endTime !== undefined || before.gone?.isExact === true,
    reason: data.disconnectReason ?? before.gone?.reason ?? null,
  };
  return { ...state, gone };
}
