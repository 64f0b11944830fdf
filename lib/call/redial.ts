import { canRetry, type CallFailure } from './failures';
import { TOKEN_LIFE_MS } from './token-life';

/** What is known while sound and picture stand still in a call. Times are ms since the epoch, by this browser's clock. */
export interface LinkTrouble {
  sinceMs: number;
  /** The client has given up, or nothing can come of its trying: only a new call helps. */
  isLost: boolean;
  /** Since when the browser says that there is a network; null while it says that there is none. */
  onlineSinceMs: number | null;
  /** New calls tried in vain since there is a network, and when the last of them failed. */
  tries: number;
  lastTryMs: number | null;
  /** Since when a new call is being tried. */
  tryingSinceMs: number | null;
}

export type RedialStep =
  { do: 'wait'; forMs: number } | { do: 'redial' } | { do: 'give-up'; reason: 'time-up' | 'connection-lost' };

/** Infinity's clients repeat requests at growing distances, and try the media anew: that often does it, and costs nobody a new call. */
const CLIENT_PATIENCE_MS = 8_000;
/** How long the client has once the network is back: a new call must still be up within ten seconds of that. */
const CLIENT_GRACE_MS = 4_000;
const LONGEST_TRY_MS = 20_000;
/** With a network. Without one there is nothing to give up on: the meeting goes on, and the visitor may leave. */
const GIVE_UP_MS = 5 * 60 * 1000;

const STEP_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;

/** What to do about a link in trouble, `endsAtMs` being the meeting's end. Pure. */
export function nextStep(trouble: LinkTrouble, endsAtMs: number, nowMs: number): RedialStep {
  if (nowMs >= endsAtMs) return { do: 'give-up', reason: 'time-up' };
  const givesUpAtMs = (trouble.onlineSinceMs ?? Infinity) + GIVE_UP_MS;
  if (nowMs >= givesUpAtMs) return { do: 'give-up', reason: 'connection-lost' };
  const redialsAtMs = nextTryMs(trouble);
  if (nowMs >= redialsAtMs) return { do: 'redial' };
  return { do: 'wait', forMs: Math.min(redialsAtMs, givesUpAtMs, endsAtMs) - nowMs };
}

function nextTryMs({ sinceMs, isLost, onlineSinceMs, tries, lastTryMs, tryingSinceMs }: LinkTrouble): number {
  if (tryingSinceMs !== null) return tryingSinceMs + LONGEST_TRY_MS;
  // Without a network the client fares no better than we should.
  if (!isLost) return Math.max(sinceMs + CLIENT_PATIENCE_MS, (onlineSinceMs ?? Infinity) + CLIENT_GRACE_MS);
  // A browser may be wrong about being offline, so it is tried all the same, rarely.
  if (onlineSinceMs === null) return (lastTryMs ?? sinceMs) + LONGEST_PAUSE_MS;
  if (lastTryMs === null) return onlineSinceMs;
  return lastTryMs + Math.min(tries * STEP_MS, LONGEST_PAUSE_MS);
}

// What may help by hand, with another name or when somebody has left, but not by itself a moment later.
const needsSomebody: ReadonlySet<CallFailure> = new Set(['not-allowed', 'not-open', 'full', 'invalid-name']);

/** Whether a new call that failed like this may go through a moment later. */
export function isWorthAnotherTry(failure: CallFailure): boolean {
  return canRetry(failure) && !needsSomebody.has(failure);
}

// What may be one node's own trouble, and not the next one's.
const ofOneNode: ReadonlySet<CallFailure> = new Set(['node-unreachable', 'busy', 'media-blocked', 'connection-lost']);

/** Whether another node is to be tried before this one; a call that was up may have been lost by any. */
export function speaksAgainstNode(failure: CallFailure, isUp: boolean): boolean {
  return ofOneNode.has(failure) && !(isUp && failure === 'connection-lost');
}

/** How many nodes to try, of those there are. That sound and picture do not get through takes half a minute to turn out. */
export function nodesToTry(failure: CallFailure, nodes: number): number {
  return failure === 'media-blocked' ? Math.min(2, nodes) : nodes;
}

/** So long after a loss the one too many in a full meeting may be oneself: the node has not dropped the old leg yet. */
const isOwnLegThere = (lostForMs: number) => lostForMs < TOKEN_LIFE_MS;

/** Where a call stands that has failed. */
export interface FailedCall {
  /** Sound and picture have been there. */
  wasUp: boolean;
  /** It was a new call in place of a lost one. */
  wasRedial: boolean;
  /** How long ago the call was lost. */
  lostForMs: number;
  /** There are nodes that were not tried. */
  hasOtherNode: boolean;
}

/** What follows a failure: the next node, a new call, another new call a little later, or telling the visitor. Pure. */
export function afterFailure(
  failure: CallFailure,
  { wasUp, wasRedial, lostForMs, hasOtherNode }: FailedCall,
): 'next-node' | 'redial' | 'redial-later' | 'tell' {
  if (!wasUp) return ofOneNode.has(failure) && hasOtherNode ? 'next-node' : 'tell';
  if (wasRedial && failure === 'full' && isOwnLegThere(lostForMs)) return 'redial-later';
  if (!isWorthAnotherTry(failure)) return 'tell';
  return wasRedial ? 'redial-later' : 'redial';
}
