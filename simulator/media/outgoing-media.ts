import { FRAME_SAMPLES, SAMPLE_RATE } from './audio-frames';
import type { Picture } from './picture';
import { RTCAudioSource, RTCVideoSource, type Track } from './wrtc';

/** What one call is sent: the native sources of its tracks. */
export class OutgoingMedia {
  private readonly sources = {
    audio: new RTCAudioSource(),
    video: new RTCVideoSource(),
    slides: new RTCVideoSource({ isScreencast: true }),
  };
  private readonly tracks: Track[] = [];
  private readonly inUse = new Set<string>();

  createTrack(purpose: 'audio' | 'video' | 'slides'): Track {
    const track = this.sources[purpose].createTrack();
    this.tracks.push(track);
    this.inUse.add(purpose);
    return track;
  }

  /** Takes 10 ms of 48 kHz mono sound. */
  play(samples: Int16Array): void {
    if (!this.inUse.has('audio')) return;
    this.sources.audio.onData({
      samples,
      sampleRate: SAMPLE_RATE,
      bitsPerSample: 16,
      channelCount: 1,
      numberOfFrames: FRAME_SAMPLES,
    });
  }

  show(purpose: 'video' | 'slides', picture: Picture): void {
    if (this.inUse.has(purpose)) this.sources[purpose].onFrame(picture);
  }

  stop(): void {
    this.inUse.clear();
    for (const track of this.tracks.splice(0)) track.stop();
  }
}
