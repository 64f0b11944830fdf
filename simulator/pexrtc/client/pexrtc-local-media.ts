import { planCall, type CallPlan } from './call-type';
import { openLocalMedia, stopTracks } from './local-media';
import { PexRtcState } from './pexrtc-state';
import type { Session } from './session';

/** Camera and microphone: fetching them, asking the application to go on, and muting (pexrtc.md §2 and §4). */
export abstract class PexRtcLocalMedia extends PexRtcState {
  mutedAudio = false;
  mutedVideo = false;
  localStream: MediaStream | null = null;

  protected callType = 'video';
  protected plan: CallPlan = planCall('video', this);
  /** Our own captures; what the application gave us is not ours to stop. */
  private readonly captured = new Set<MediaStream>();
  protected previousStream: MediaStream | null = null;

  protected abstract isInCall(): boolean;

  muteAudio(setting?: boolean): boolean {
    this.mutedAudio = setting ?? !this.mutedAudio;
    this.applyMutes();
    if (this.isInCall()) this.about(undefined, this.mutedAudio ? 'client_mute' : 'client_unmute');
    return this.mutedAudio;
  }

  muteVideo(setting?: boolean): boolean {
    this.mutedVideo = setting ?? !this.mutedVideo;
    this.applyMutes();
    if (this.isInCall()) this.tellVideoMute();
    return this.mutedVideo;
  }

  protected async captureAndAsk(session: Session): Promise<void> {
    const stream = await this.capture(session);
    if (stream === undefined || !this.isCurrent(session)) return;
    this.previousStream = this.localStream;
    this.localStream = stream;
    this.applyMutes();
    this.onSetup?.(stream, session.token ? 'none' : this.pin_status, null, null);
  }

  protected stopLocalMedia(): void {
    this.captured.forEach(stopTracks);
    this.captured.clear();
    this.localStream = this.previousStream = null;
  }

  /** Undefined: refused, which the application has been told, or too late. */
  private async capture(session: Session): Promise<MediaStream | null | undefined> {
    try {
      const stream = await openLocalMedia(this, this.plan);
      const isOwn = stream !== null && stream !== this.user_media_stream;
      // Hung up while the browser was still asking: leave no camera on.
      if (isOwn && !this.isCurrent(session)) stopTracks(stream);
      else if (isOwn) this.captured.add(stream);
      return stream;
    } catch (error) {
      if (!this.isCurrent(session)) return undefined;
      this.error = error instanceof Error ? error.name : String(error);
      const isSupported = Boolean(navigator.mediaDevices);
      this.fail(isSupported ? this.trans.ERROR_USER_MEDIA : this.trans.ERROR_WEBRTC_SUPPORT);
      return undefined;
    }
  }

  protected applyMutes(): void {
    this.localStream?.getAudioTracks().forEach((track) => (track.enabled = !this.mutedAudio));
    this.localStream?.getVideoTracks().forEach((track) => (track.enabled = !this.mutedVideo));
  }

  protected tellVideoMute(): void {
    const isSending = this.localStream !== null && this.localStream.getVideoTracks().length > 0;
    this.about(undefined, this.mutedVideo || !isSending ? 'video_muted' : 'video_unmuted');
  }
}
