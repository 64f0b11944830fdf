import type { CallSignal } from './call';
import {
  carriedOver,
  nextConference,
  selfIn,
  unknownConference,
  type Conference,
  type ConferenceSignal,
} from './conference';
import type { EndReason } from './end-reasons';
import type { CallFailure } from './failures';

/**
 * How the way to the node is: `interrupted` while the client itself tries to get sound and picture back, `redialling` once
 * it gave up and we call anew; what is on the screen stays.
 */
export type Link = 'steady' | 'interrupted' | 'redialling';

export type CallState =
  | { phase: 'lobby' }
  | { phase: 'connecting'; step: 'asking' | 'dialling'; hasTriedPin: boolean; conference: Conference }
  | { phase: 'awaiting-pin'; isOptional: boolean; isRejected: boolean }
  | { phase: 'in-call'; link: Link; remoteStream: MediaStream | null; conference: Conference }
  | { phase: 'ended'; reason: EndReason }
  | { phase: 'failed'; failure: CallFailure };

export type CallEvent =
  /** The node's words are read by the session, which knows the meeting's end: it sends `closed` instead. */
  | Exclude<CallSignal, { type: 'disconnected' }>
  | { type: 'joining' }
  | { type: 'dialled' }
  | { type: 'pin-entered' }
  | { type: 'redialling' }
  | { type: 'closed'; reason: EndReason }
  | { type: 'returned-to-lobby' };

const connecting = (step: 'asking' | 'dialling', hasTriedPin: boolean): CallState => ({
  phase: 'connecting',
  step,
  hasTriedPin,
  conference: unknownConference,
});

/** The one writer of call state. Events that make no sense in a phase change nothing. */
export function nextCallState(state: CallState, event: CallEvent): CallState {
  const isIdle = state.phase === 'lobby' || state.phase === 'ended' || state.phase === 'failed';
  if (event.type === 'joining') return isIdle ? connecting('asking', false) : state;
  if (event.type === 'returned-to-lobby') return isIdle ? { phase: 'lobby' } : state;
  if (isIdle) return state; // a client may still call back after hang-up

  switch (event.type) {
    case 'dialled':
      return state.phase === 'connecting' ? { ...state, step: 'dialling' } : state;
    case 'pin-requested':
      if (state.phase !== 'connecting') return state;
      return { phase: 'awaiting-pin', isOptional: event.isOptional, isRejected: state.hasTriedPin };
    case 'pin-entered':
      return state.phase === 'awaiting-pin' ? connecting('dialling', true) : state;
    case 'connected':
      return whenConnected(state, event.remoteStream, event.selfId);
    case 'media-interrupted':
      return state.phase === 'in-call' && state.link === 'steady' ? { ...state, link: 'interrupted' } : state;
    case 'media-restored':
      return state.phase === 'in-call' && state.link === 'interrupted' ? { ...state, link: 'steady' } : state;
    case 'redialling':
      if (state.phase !== 'in-call') return state;
      return { ...state, link: 'redialling', conference: carriedOver(state.conference, state.link === 'redialling') };
    case 'transferred':
      return state.phase === 'in-call' ? connecting('dialling', false) : state;
    case 'closed':
      return { phase: 'ended', reason: event.reason };
    case 'failed':
      return { phase: 'failed', failure: event.failure };
    default:
      return withConference(state, event);
  }
}

function whenConnected(state: CallState, remoteStream: MediaStream | null, selfId: string | null): CallState {
  if (!('conference' in state)) return state;
  return { phase: 'in-call', link: 'steady', remoteStream, conference: { ...state.conference, selfId } };
}

function withConference(state: CallState, signal: ConferenceSignal): CallState {
  return 'conference' in state ? { ...state, conference: nextConference(state.conference, signal) } : state;
}

/** Whether a call is on or on its way. */
export function isUnderWay({ phase }: CallState): boolean {
  return phase === 'connecting' || phase === 'awaiting-pin' || phase === 'in-call';
}

/**
 * Whether the end of our call has to be everybody's: the meeting is over, and the node takes us for a host. Telephones and room
 * systems do not leave by themselves, and without a Management Node nobody else puts them out.
 */
export function endsForEveryone(state: CallState, reason: EndReason): boolean {
  const isMeetingOver = reason === 'time-up' || reason === 'cancelled';
  return isMeetingOver && state.phase === 'in-call' && selfIn(state.conference)?.role === 'host';
}
