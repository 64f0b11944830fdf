import type { PeerConnection } from './wrtc';

const DEADLINE_MS = 3_000;
const POLL_MS = 5;

/**
 * The local description once its candidates are in it: pexrtc.js up to 27 ignores those sent later. With few
 * network addresses that takes milliseconds; after three seconds the answer goes out with what there is.
 *
 * @param open the connection; throws once the call has ended
 */
export async function gatheredSdp(open: () => PeerConnection): Promise<string> {
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    const { localDescription, iceGatheringState } = open();
    const sdp = localDescription?.sdp ?? '';
    // After an ICE restart the state still says complete for a moment, with no candidate in the description yet.
    const isDone = iceGatheringState === 'complete' && sdp.includes('\na=candidate:');
    if (isDone || Date.now() > deadline) return sdp;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
