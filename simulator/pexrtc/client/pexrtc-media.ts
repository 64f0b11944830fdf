import { planCall } from './call-type';
import { MediaCall } from './media-call';
import { PexRtcLocalMedia } from './pexrtc-local-media';
import { ScreenShare } from './screen-share';
import type { Session } from './session';
import type { MediaStatistics } from './statistics';
import { swapMedia } from './swap-media';

const SLIDES_DELAY_MS = 1_000;

/** The media half of the client: the call, renegotiation, slides (pexrtc.md §4 and §6). */
export abstract class PexRtcMedia extends PexRtcLocalMedia {
  call: MediaCall | null = null;
  protected readonly share = new ScreenShare({
    settings: this,
    call: () => this.call,
    takeFloor: async () => (await this.request(`participants/${this.uuid}/take_floor`))?.status === 200,
    releaseFloor: () => this.about(undefined, 'release_floor'),
    onStopped: (reason) => this.onScreenshareStopped?.(reason),
  });
  private isSwapPending = false;
  private isReceivingSlides = false;
  private digits = Promise.resolve<unknown>(null);

  get screenshare_requested(): boolean {
    return this.share.isRequested;
  }

  /** `true`: apply bandwidth by a new offer. Otherwise fetch media again; onSetup follows, then connect() swaps it in. */
  renegotiate(isForBandwidth?: boolean): void {
    if (!this.session || !this.call) return;
    if (isForBandwidth) return void this.call.update({ iceRestart: true });
    this.isSwapPending = true;
    this.plan = planCall(this.callType, this);
    void this.captureAndAsk(this.session);
  }

  /** The stream comes about a second later, once slides have had time to arrive. */
  getPresentation(): void {
    this.isReceivingSlides = true;
    const call = this.call;
    window.setTimeout(() => {
      const track = this.call === call ? call?.peer.received('slides') : null;
      if (track && this.isReceivingSlides) this.onPresentationConnected?.(new MediaStream([track]));
    }, SLIDES_DELAY_MS);
  }

  /** Does nothing in Infinity 36: the slides line simply stays. */
  stopPresentation(): void {}

  present(what: string | null): void {
    if (what !== 'screen') this.share.stop();
    else if (!this.share.isRequested) void this.share.start();
  }

  sendDTMF(digits: string, uuid?: string): void {
    const path = uuid ? `participants/${uuid}/dtmf` : `participants/${this.uuid}/calls/${this.call?.call_uuid}/dtmf`;
    this.digits = this.digits.then(() => this.request(path, { body: { digits } }));
  }

  getMediaStatistics(): MediaStatistics {
    return this.call?.figures ?? { outgoing: {}, incoming: {} };
  }

  protected async setUpMedia(session: Session, callType: string): Promise<void> {
    this.callType = callType;
    this.plan = planCall(callType, this);
    await this.captureAndAsk(session);
  }

  protected async connectMedia(): Promise<void> {
    if (this.isSwapPending) return this.swap();
    if (!this.plan.hasMedia) return this.onConnect?.(null);
    if (this.call) return;
    const call = this.newCall();
    this.call = call;
    await this.request('theme/', { method: 'GET', timeoutMs: 60_000 });
    if (this.call !== call || !(await call.start(this.presentation_in_main ? 'main' : undefined))) return;
    this.onConnect?.(call.remoteStream());
    this.tellVideoMute();
    if (this.mutedAudio) this.about(undefined, 'client_mute');
    if (this.plan.slidesOnly === 'send') this.present('screen');
  }

  protected endMedia(tell: 'blocking' | 'later' | 'nobody'): void {
    this.share.clear();
    const call = this.call;
    this.call = null;
    this.isReceivingSlides = this.isSwapPending = false;
    call?.end(tell);
    this.stopLocalMedia();
  }

  protected onMediaEnded(reason: string): void {
    if (!this.onCallDisconnect) return this.onLog('call disconnected', reason);
    this.endMedia('nobody');
    this.onCallDisconnect(reason);
  }

  protected forgetSlides(): boolean {
    const wasReceiving = this.isReceivingSlides;
    this.isReceivingSlides = false;
    return wasReceiving;
  }

  private newCall(): MediaCall {
    const own = (path: string) => `participants/${this.uuid}/${path}`;
    return new MediaCall(this.iceConfiguration(), this.plan, this.localStream, {
      request: (path, options) => this.request(own(path), options),
      requestBlocking: (path, body) => this.requestBlocking(own(path), body),
      bandwidth: () => ({ inbound: this.bandwidth_in, outbound: this.bandwidth_out }),
      onFailed: (reason) =>
        this.fail(this.trans.ERROR_CALL_FAILED + (reason === 'ice' ? this.trans.ERROR_ICE_FAILED : reason.text)),
      onRestart: () => this.onIceRestart?.(),
    });
  }

  private async swap(): Promise<void> {
    this.isSwapPending = false;
    const call = this.call;
    if (!call) return;
    if (await swapMedia(call.peer, this.localStream, this.plan)) await call.update({});
    // Infinity 36 stops what was sent until now, even where it came from the application.
    const kept = this.localStream?.getTracks() ?? [];
    this.previousStream?.getTracks().forEach((track) => kept.includes(track) || track.stop());
    this.previousStream = null;
    this.applyMutes();
    if (this.call === call) this.onConnect?.(call.remoteStream());
  }

  protected isInCall(): boolean {
    return this.call?.state === 'CONNECTED';
  }
}
