import type { PeerConnection } from './wrtc';

// A client restarts ICE a few seconds after it lost its path; only after that is the call lost.
const GRACE_FOR_RESTART_MS = 15_000;
const FIRST_CONNECTION_MS = 45_000;

interface Outcome {
  onConnected(): void;
  onFailed(): void;
  onChange(isConnected: boolean): void;
}

/** Follows a peer connection: first success once, final failure once, every change. Returns the function that stops it. */
export function watchConnection(peer: PeerConnection, outcome: Outcome): () => void {
  let hasConnected = false;
  let failing: NodeJS.Timeout | null = setTimeout(outcome.onFailed, FIRST_CONNECTION_MS);
  const calmDown = () => {
    if (failing) clearTimeout(failing);
    failing = null;
  };
  const onStateChange = () => {
    const state = peer.connectionState;
    outcome.onChange(state === 'connected');
    if (state === 'failed' && hasConnected) failing ??= setTimeout(outcome.onFailed, GRACE_FOR_RESTART_MS);
    if (state !== 'connected') return;
    calmDown();
    if (!hasConnected) outcome.onConnected();
    hasConnected = true;
  };
  peer.addEventListener('connectionstatechange', onStateChange);
  return () => {
    calmDown();
    peer.removeEventListener('connectionstatechange', onStateChange);
  };
}
