import type { CallSignal } from './call';

const watched = new WeakSet<RTCPeerConnection>();

/** Says when sound and picture stop coming through and when they are back. The client itself tries to get them back meanwhile. */
export function watchLink(pc: RTCPeerConnection, tell: (signal: CallSignal) => void): void {
  if (watched.has(pc)) return; // each negotiation reports the same connection again
  watched.add(pc);
  pc.addEventListener('iceconnectionstatechange', () => {
    const state = pc.iceConnectionState;
    if (state === 'disconnected' || state === 'failed') tell({ type: 'media-interrupted' });
    if (state === 'connected' || state === 'completed') tell({ type: 'media-restored' });
  });
}
