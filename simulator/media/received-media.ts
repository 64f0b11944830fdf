import { toMixFrame, type FrameQueue, type ReceivedAudio } from './audio-frames';
import type { ReceivedPicture } from './media-leg';
import type { Picture } from './picture';
import { RTCAudioSink, RTCVideoSink, type Track } from './wrtc';

interface Receiver {
  readonly voice: FrameQueue;
  video: ReceivedPicture | null;
  slides: ReceivedPicture | null;
}

/** Feeds what a track receives into its leg. Returns the function that stops it. */
export function watchReceived(leg: Receiver, purpose: 'audio' | 'video' | 'slides', track: Track): () => void {
  if (purpose === 'audio') {
    const sink = new RTCAudioSink(track);
    sink.ondata = (data: ReceivedAudio) => leg.voice.push(toMixFrame(data));
    return () => {
      sink.ondata = null;
      sink.stop();
    };
  }
  const sink = new RTCVideoSink(track);
  let sequence = 0;
  sink.onframe = ({ frame }: { frame: Picture }) => {
    leg[purpose] = { picture: frame, sequence: ++sequence, receivedAt: performance.now() };
  };
  return () => {
    sink.onframe = null;
    sink.stop();
  };
}
