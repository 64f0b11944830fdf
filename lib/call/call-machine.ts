import type { CallSignal } from './call';
import type { EndReason } from './end-reasons';
import type { CallFailure } from './failures';
import { emptyRoster, nextRoster, type Participant, type Roster } from './roster';

/** What is known of the conference once the node has given us a token. */
export interface Conference {
  roster: Roster;
  selfId: string | null;
  isStarted: boolean;
  isLocked: boolean;
}

export type CallState =
  | { phase: 'lobby' }
  | { phase: 'connecting'; step: 'asking' | 'dialling'; hasTriedPin: boolean; conference: Conference }
  | { phase: 'awaiting-pin'; isOptional: boolean; isRejected: boolean }
  | { phase: 'in-call'; remoteStream: MediaStream | null; conference: Conference }
  | { phase: 'ended'; reason: EndReason }
  | { phase: 'failed'; failure: CallFailure };

export type CallEvent =
  /** The node's words are read by the session, which knows the meeting's end: it sends `closed` instead. */
  | Exclude<CallSignal, { type: 'disconnected' }>
  | { type: 'joining' }
  | { type: 'dialled' }
  | { type: 'pin-entered' }
  | { type: 'closed'; reason: EndReason }
  | { type: 'returned-to-lobby' };

// Until the node says otherwise a conference counts as started: "waiting for a host" must never flash up in passing.
const unknownConference: Conference = { roster: emptyRoster, selfId: null, isStarted: true, isLocked: false };

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
    case 'conference-changed':
      return withConference(state, { isStarted: event.isStarted, isLocked: event.isLocked });
    case 'closed':
      return { phase: 'ended', reason: event.reason };
    case 'failed':
      return { phase: 'failed', failure: event.failure };
    default:
      return 'conference' in state
        ? withConference(state, { roster: nextRoster(state.conference.roster, event) })
        : state;
  }
}

function whenConnected(state: CallState, remoteStream: MediaStream | null, selfId: string | null): CallState {
  if (!('conference' in state)) return state;
  return { phase: 'in-call', remoteStream, conference: { ...state.conference, selfId } };
}

function withConference(state: CallState, change: Partial<Conference>): CallState {
  return 'conference' in state ? { ...state, conference: { ...state.conference, ...change } } : state;
}

/**
 * Whether we are held outside: Infinity says so by our own entry in the roster, and to guests by `started: false`
 * (client-api.md §5). A locked conference holds one too, though it has started.
 */
export function isWaitingForHost(conference: Conference): boolean {
  const self = selfIn(conference);
  if (!self) return false;
  return self.isWaiting || (self.role === 'guest' && !conference.isStarted);
}

/**
 * Whether the end of our call has to be everybody's: the meeting is over, and the node takes us for a host. Telephones and room
 * systems do not leave by themselves, and without a Management Node nobody else puts them out.
 */
export function endsForEveryone(state: CallState, reason: EndReason): boolean {
  const isMeetingOver = reason === 'time-up' || reason === 'cancelled';
  return isMeetingOver && state.phase === 'in-call' && selfIn(state.conference)?.role === 'host';
}

function selfIn({ selfId, roster }: Conference): Participant | undefined {
  return selfId ? roster.people.get(selfId) : undefined;
}
