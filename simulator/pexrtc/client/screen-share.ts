import { stopTracks } from './local-media';
import type { MediaCall } from './media-call';
import { mixAudio, type AudioMix } from './mix-audio';
import type { PexRtcSettings } from './settings';

interface ShareSurroundings {
  settings: PexRtcSettings;
  call(): MediaCall | null;
  /** Asks the node for the floor: true when it is ours. */
  takeFloor(): Promise<boolean>;
  releaseFloor(): void;
  onStopped(reason: string): void;
}

/** Sharing one's screen over the slides line of the call (pexrtc.md §6). */
export class ScreenShare {
  /** An own share is active or pending. */
  isRequested = false;
  private stream: MediaStream | null = null;
  private audioMix: AudioMix | null = null;

  constructor(private readonly surroundings: ShareSurroundings) {}

  async start(): Promise<void> {
    const { settings } = this.surroundings;
    this.isRequested = true;
    const stream = await this.capture();
    if (!stream) return this.stopped(settings.trans.ERROR_SCREENSHARE_CANCELLED);
    this.stream = stream;
    if (!this.isRequested) return this.clear();
    const track = stream.getVideoTracks()[0] ?? null;
    if (track) {
      track.contentHint = settings.screenshare_fps > 15 || stream.getAudioTracks().length > 0 ? 'motion' : 'detail';
      // The browser's own "stop sharing" button.
      track.addEventListener('ended', () => this.stop());
    }
    await this.sendTracks(track);
    const isOurs = await this.surroundings.takeFloor();
    if (this.stream !== stream) return;
    if (isOurs) settings.onScreenshareConnected?.(stream);
    else {
      this.clear();
      this.stopped(settings.trans.ERROR_SCREENSHARE_REJECTED);
    }
  }

  /** Gives the floor back and reports the end; does nothing when nothing is shared. */
  stop(): void {
    if (!this.isRequested) return;
    this.surroundings.releaseFloor();
    this.lose();
  }

  /** As `stop`, when the floor is gone already. */
  lose(): void {
    if (!this.isRequested) return;
    this.clear();
    this.stopped(this.surroundings.settings.trans.ERROR_PRESENTATION_ENDED);
  }

  /** Ends quietly, with the call. */
  clear(): void {
    this.isRequested = false;
    const peer = this.surroundings.call()?.peer;
    const microphone = this.audioMix?.microphone ?? null;
    if (this.audioMix && peer) void peer.send('audio', microphone).catch(() => undefined);
    if (peer) void peer.send('slides', null).catch(() => undefined);
    this.audioMix?.close();
    this.audioMix = null;
    if (this.stream !== this.surroundings.settings.user_presentation_stream) stopTracks(this.stream);
    this.stream = null;
  }

  private stopped(reason: string): void {
    this.isRequested = false;
    this.surroundings.onStopped(reason);
  }

  private async capture(): Promise<MediaStream | null> {
    const { settings } = this.surroundings;
    if (settings.user_presentation_stream) return settings.user_presentation_stream;
    const video = { frameRate: { ideal: settings.screenshare_fps } };
    return navigator.mediaDevices.getDisplayMedia({ video, audio: true }).catch(() => null);
  }

  private async sendTracks(track: MediaStreamTrack | null): Promise<void> {
    const peer = this.surroundings.call()?.peer;
    if (!peer) return;
    await peer.send('slides', track).catch(() => undefined);
    const sound = this.stream?.getAudioTracks()[0];
    if (!sound || !peer.midOf('audio')) return;
    this.audioMix = mixAudio(sound, peer.sent('audio'));
    await peer.send('audio', this.audioMix.track).catch(() => undefined);
  }
}
