export const SAMPLE_RATE = 48_000;
/** 10 ms of mono sound. */
export const FRAME_SAMPLES = SAMPLE_RATE / 100;

export interface ReceivedAudio {
  samples: Int16Array;
  sampleRate: number;
  channelCount: number;
}

/** Turns 10 ms of any rate and channel count into 10 ms of 48 kHz mono. The first frames of a call come at 16 kHz. */
export function toMixFrame({ samples, sampleRate, channelCount }: ReceivedAudio): Int16Array {
  if (channelCount === 1 && sampleRate === SAMPLE_RATE && samples.length === FRAME_SAMPLES) return samples;
  const frame = new Int16Array(FRAME_SAMPLES);
  const sourceLength = Math.floor(samples.length / channelCount);
  for (let index = 0; index < FRAME_SAMPLES; index++) {
    const source = Math.floor((index * sourceLength) / FRAME_SAMPLES) * channelCount;
    let sum = 0;
    for (let channel = 0; channel < channelCount; channel++) sum += samples[source + channel] ?? 0;
    frame[index] = sum / channelCount;
  }
  return frame;
}

export function sumFrames(frames: Int16Array[]): Int32Array {
  const sum = new Int32Array(FRAME_SAMPLES);
  for (const frame of frames) {
    for (let index = 0; index < FRAME_SAMPLES; index++) sum[index] = (sum[index] ?? 0) + (frame[index] ?? 0);
  }
  return sum;
}

/** The sum without one's own voice, clipped to 16 bits. */
export function mixWithout(sum: Int32Array, own: Int16Array | null): Int16Array {
  const mix = new Int16Array(FRAME_SAMPLES);
  for (let index = 0; index < FRAME_SAMPLES; index++) {
    const value = (sum[index] ?? 0) - (own?.[index] ?? 0);
    mix[index] = value > 32767 ? 32767 : value < -32768 ? -32768 : value;
  }
  return mix;
}

/** Evens out arrival: starts after two frames, and never holds more than 80 ms so that delay cannot build up. */
export class FrameQueue {
  private frames: Int16Array[] = [];
  private isStarted = false;

  push(frame: Int16Array): void {
    this.frames.push(frame);
    if (this.frames.length > 8) this.frames.shift();
    if (this.frames.length >= 2) this.isStarted = true;
  }

  take(): Int16Array | null {
    if (!this.isStarted) return null;
    const frame = this.frames.shift() ?? null;
    if (!frame) this.isStarted = false;
    return frame;
  }
}
