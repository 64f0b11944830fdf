const AUDIO_FRAME_MS = 10;
const VIDEO_FRAME_MS = 1000 / 15;
// After a longer stall (a suspended process) the missed sound is not made up.
const LONGEST_CATCH_UP_MS = 200;

interface Beats {
  onAudioFrame(): void;
  /** `now` in milliseconds of `performance.now()`. */
  onVideoFrame(now: number): void;
}

/** Beats every 10 ms for sound and 15 times a second for pictures, making up for late timers. */
export class MixClock {
  private timer: NodeJS.Timeout | null = null;
  private audioAt = 0;
  private videoAt = 0;

  constructor(private readonly beats: Beats) {}

  start(): void {
    if (this.timer) return;
    this.audioAt = this.videoAt = performance.now();
    this.timer = setInterval(() => this.tick(performance.now()), AUDIO_FRAME_MS);
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  private tick(now: number): void {
    this.audioAt = Math.max(this.audioAt, now - LONGEST_CATCH_UP_MS);
    for (; this.audioAt <= now; this.audioAt += AUDIO_FRAME_MS) this.beats.onAudioFrame();
    if (this.videoAt > now) return;
    this.videoAt = Math.max(this.videoAt + VIDEO_FRAME_MS, now);
    this.beats.onVideoFrame(now);
  }
}
