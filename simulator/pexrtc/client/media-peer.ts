import { direction, type CallPlan } from './call-type';
import { limitBandwidth, markSlides } from './sdp';

export type Purpose = 'audio' | 'video' | 'slides';

interface PeerEvents {
  onCandidate(candidate: RTCIceCandidate | null): void;
  /** The path never came up. */
  onFailed(): void;
  /** The path was there and is lost: ICE must be restarted. */
  onLost(): void;
}

const LOST_AFTER_MS = 2_000;

/** The one peer connection of a call: sound, picture, and a third line for slides. */
export class MediaPeer {
  readonly connection: RTCPeerConnection;
  private readonly lines = new Map<Purpose, RTCRtpTransceiver>();
  private lostTimer: number | undefined;
  private wasConnected = false;

  constructor(
    configuration: RTCConfiguration,
    private readonly events: PeerEvents,
  ) {
    this.connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle', ...configuration });
    this.connection.onicecandidate = ({ candidate }) => events.onCandidate(candidate);
    this.connection.oniceconnectionstatechange = () => this.follow(this.connection.iceConnectionState);
  }

  addLines(plan: CallPlan, stream: MediaStream | null): void {
    const sendsAudio = plan.sendAudio && Boolean(stream?.getAudioTracks().length);
    const sendsVideo = plan.sendVideo && Boolean(stream?.getVideoTracks().length);
    if (plan.slidesOnly) return this.addLine('slides', plan.slidesOnly === 'send' ? 'sendonly' : 'recvonly', null);
    const audio = direction(sendsAudio, plan.receiveAudio);
    const video = direction(sendsVideo, plan.receiveVideo);
    if (audio !== 'inactive') this.addLine('audio', audio, sendsAudio ? stream : null);
    if (video !== 'inactive') this.addLine('video', video, sendsVideo ? stream : null);
    this.addLine('slides', 'sendrecv', null);
  }

  async send(purpose: Purpose, track: MediaStreamTrack | null): Promise<void> {
    await this.lines.get(purpose)?.sender.replaceTrack(track);
  }

  /** True when the direction of a line had to change, so that a new offer is needed. */
  turn(purpose: 'audio' | 'video', isSending: boolean): boolean {
    const line = this.lines.get(purpose);
    if (!line) return false;
    const wanted = direction(isSending, line.direction === 'sendrecv' || line.direction === 'recvonly');
    const isChanged = line.direction !== wanted;
    line.direction = wanted;
    return isChanged;
  }

  midOf(purpose: Purpose): string | null {
    return this.lines.get(purpose)?.mid ?? null;
  }

  sent(purpose: Purpose): MediaStreamTrack | null {
    return this.lines.get(purpose)?.sender.track ?? null;
  }

  received(purpose: Purpose): MediaStreamTrack | null {
    return this.lines.get(purpose)?.receiver.track ?? null;
  }

  async offer(options: RTCOfferOptions, inboundKilobits: number | null): Promise<string> {
    await this.connection.setLocalDescription(await this.connection.createOffer(options));
    const sdp = this.connection.localDescription?.sdp ?? '';
    return limitBandwidth(markSlides(sdp, this.midOf('slides')), inboundKilobits);
  }

  async accept(answerSdp: string, outboundKilobits: number | null): Promise<void> {
    await this.connection.setRemoteDescription({ type: 'answer', sdp: limitBandwidth(answerSdp, outboundKilobits) });
  }

  close(): void {
    window.clearTimeout(this.lostTimer);
    this.connection.onicecandidate = this.connection.oniceconnectionstatechange = null;
    this.connection.close();
  }

  private addLine(purpose: Purpose, towards: RTCRtpTransceiverDirection, stream: MediaStream | null): void {
    const kind = purpose === 'audio' ? 'audio' : 'video';
    const track = stream?.getTracks().find((candidate) => candidate.kind === kind);
    const streams = stream ? [stream] : [];
    this.lines.set(purpose, this.connection.addTransceiver(track ?? kind, { direction: towards, streams }));
  }

  private follow(state: RTCIceConnectionState): void {
    window.clearTimeout(this.lostTimer);
    if (state === 'connected' || state === 'completed') this.wasConnected = true;
    else if (state === 'disconnected') this.lostTimer = window.setTimeout(() => this.events.onLost(), LOST_AFTER_MS);
    else if (state === 'failed') {
      if (this.wasConnected) this.events.onLost();
      else this.events.onFailed();
    }
  }
}
