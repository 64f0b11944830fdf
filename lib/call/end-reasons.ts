import type { MeetingState } from '@/lib/meetings/meeting';

/** Why a call that was up is over. */
export type EndReason =
  | 'left'
  | 'page-left'
  /** Another tab of this browser goes on with it. */
  | 'taken-over'
  | 'time-up'
  | 'cancelled'
  | 'ended-for-all'
  | 'removed'
  | 'hosts-left'
  | 'no-host-came'
  | 'connection-lost'
  | 'other';

/** What our site says of a meeting to whoever asks by a personal link, which may have been `withdrawn`. */
export type StateForUs = MeetingState | 'withdrawn';

// The node's own texts, exactly as Infinity sends them (client-api.md §10).
const byText = new Map(
  Object.entries<EndReason>({
    'Conference host ended the conference with a DTMF command': 'ended-for-all',
    'API initiated conference termination': 'ended-for-all',
    'Conference terminated by an administrator': 'ended-for-all',
    'Conference terminated by a Host participant': 'ended-for-all',
    'Conference terminated by another participant': 'ended-for-all',
    'API initiated participant disconnect': 'removed',
    'Disconnected by an administrator': 'removed',
    'Disconnected by another participant': 'removed',
    'All conference hosts departed hosted conference': 'hosts-left',
    'No participants can keep conference alive': 'hosts-left',
    'Last remaining participant removed from conference after timeout': 'hosts-left',
    'Timeout waiting for conference host to join or permit access to locked conference': 'no-host-came',
    'Invalid token': 'connection-lost',
    'Timer expired awaiting token refresh': 'connection-lost',
    'Signaling node disconnected': 'connection-lost',
    'Media process disconnected': 'connection-lost',
    'Media node disconnected': 'connection-lost',
    'Proxied participant disconnected': 'connection-lost',
    'Call disconnected': 'connection-lost',
    'Ice failure': 'connection-lost',
  }),
);

/** Ours and the node's clock differ a little, and the command to end travels; this near the end it is the time. */
const END_TOLERANCE_MS = 5_000;

/** Ended by the service, not by a person in the call or the network: at validUntil the Management Node does this for us. */
const endsTheMeeting: ReadonlySet<EndReason> = new Set(['ended-for-all', 'removed', 'other']);

/**
 * Why the node put us out: by its own text, by what our site says of the meeting (null when it did not answer), and by
 * how long the meeting had left (ms, by the server's clock).
 */
export function reasonFromNode(text: string, state: StateForUs | null, timeLeftMs: number): EndReason {
  const reason = byText.get(text.trim()) ?? 'other';
  if (!endsTheMeeting.has(reason)) return reason;
  if (state === 'cancelled') return 'cancelled';
  return timeLeftMs <= END_TOLERANCE_MS || state === 'ended' ? 'time-up' : reason;
}

/**
 * Whether the panel hangs up by itself, so that the end holds even where no Management Node ends the call for everybody:
 * at the meeting's end by the clock, and when our site says that it has ended, was cancelled, or that we are not to be in it.
 */
export function reasonByClock(state: StateForUs | null, timeLeftMs: number): EndReason | null {
  if (state === 'cancelled') return state;
  if (state === 'withdrawn') return 'removed';
  return timeLeftMs <= 0 || state === 'ended' ? 'time-up' : null;
}

const final: ReadonlySet<EndReason> = new Set(['time-up', 'cancelled', 'ended-for-all', 'removed']);

/** Whether the same meeting can be entered again; after the others only a new one can be made. */
export function canRejoin(reason: EndReason): boolean {
  return !final.has(reason);
}

/** Whether the call may still be on for others, so that the next page offers to go back in. */
export function mayStillBeOn(reason: EndReason): boolean {
  return reason === 'page-left' || reason === 'connection-lost';
}

/** Whether the call can be asked about: one that goes on in another tab is not over, and one that broke is all the more. */
export function isOverForGood(outcome: { phase: 'ended'; reason: EndReason } | { phase: 'failed' }): boolean {
  return outcome.phase === 'failed' || outcome.reason !== 'taken-over';
}
