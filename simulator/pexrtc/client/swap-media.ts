import type { CallPlan } from './call-type';
import type { MediaPeer } from './media-peer';

/** Puts another local stream on a running call. True when a direction changed, so that the node must be told. */
export async function swapMedia(peer: MediaPeer, stream: MediaStream | null, plan: CallPlan): Promise<boolean> {
  const audio = (plan.sendAudio && stream?.getAudioTracks()[0]) || null;
  const video = (plan.sendVideo && stream?.getVideoTracks()[0]) || null;
  await peer.send('audio', audio);
  await peer.send('video', video);
  const changes = [peer.turn('audio', audio !== null), peer.turn('video', video !== null)];
  return changes.includes(true);
}
