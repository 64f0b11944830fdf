import { FRAME_SAMPLES, mixWithout, sumFrames } from './audio-frames';
import type { MixSeat } from './mix-seat';

const SILENCE = new Int16Array(FRAME_SAMPLES);

/** Sends each connected call 10 ms of everybody else; silence to whoever waits, so that his sound keeps flowing. */
export class AudioMixing {
  constructor(private readonly onVoice: (participantId: string, frame: Int16Array) => void) {}

  mix(seats: MixSeat[]): void {
    const voices = new Map<string, Int16Array[]>();
    for (const { leg, participantId, isAdmitted, isAudioMuted } of seats) {
      const frame = leg.voice.take();
      if (!frame || !isAdmitted || isAudioMuted) continue;
      this.onVoice(participantId, frame);
      voices.set(participantId, [...(voices.get(participantId) ?? []), frame]);
    }
    const sum = sumFrames([...voices.values()].flat());
    for (const { leg, participantId, isAdmitted } of seats) {
      if (!isAdmitted || voices.size === 0) leg.play(SILENCE);
      else leg.play(mixWithout(sum, ownVoice(voices.get(participantId))));
    }
  }
}

function ownVoice(frames: Int16Array[] | undefined): Int16Array | null {
  if (!frames?.[0]) return null;
  return frames.length === 1 ? frames[0] : Int16Array.from(sumFrames(frames));
}
