import type { CallSignal } from './call';

const watched = new WeakSet<RTCPeerConnection>();

/**
 * Says when sound and picture come through, when they stop and when they are back, beginning with how it is now. The client
 * itself tries to get them back meanwhile.
 */
export function watchLink(pc: RTCPeerConnection, tell: (signal: CallSignal) => void): void {
  const look = () => {
    const state = pc.iceConnectionState;
    if (state === 'disconnected' || state === 'failed') tell({ type: 'media-interrupted' });
    if (state === 'connected' || state === 'completed') tell({ type: 'media-restored' });
  };
  look();
  if (watched.has(pc)) return; // each negotiation reports the same connection again
  watched.add(pc);
  pc.addEventListener('iceconnectionstatechange', look);
}
