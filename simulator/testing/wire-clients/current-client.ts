import { drawnScreen, play } from './media';
import { field, textField } from './requests';
import { withBandwidth, withoutUnwantedCodecs, withRecognisedCodecs, withSlidesMark } from './sdp-edits';
import { WireClient } from './wire-client';

// Runs in the browser. Generation 36: one connection, its third line for slides, trickle always.

/** A modest call of 628 kbit/s, less the 64 that PexRTC takes off. */
const KILOBITS = 564;

export class CurrentClient extends WireClient {
  private slides: RTCRtpTransceiver | null = null;
  private isSharing = false;
  private waiting: RTCIceCandidate[] | null = [];

  protected tokenRequest() {
    const { name, node } = this.options;
    return {
      display_name: name,
      chosen_idp: 'none',
      sso_token: 'none',
      direct_media: true,
      client_id: 'PexRTC',
      node,
    };
  }

  protected async call(): Promise<void> {
    await this.requests.get('theme/');
    const connection = (this.connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle' }));
    connection.onicecandidate = ({ candidate }) => this.onCandidate(candidate);
    await this.addLines(connection);
    await this.negotiate('calls', {});
    await this.requests.post(`${this.own}/calls/${this.callUuid}/ack`);
    const tracks = connection.getReceivers().map(({ track }) => track);
    play('remote', new MediaStream(tracks.filter((track) => track !== this.slides?.receiver.track)));
    this.note('onConnect', this.directions());
    const sendsVideo = this.options.callType === 'video';
    await this.requests.post(`${this.own}/${sendsVideo ? 'video_unmuted' : 'video_muted'}`);
  }

  async restartIce(): Promise<void> {
    this.waiting = [];
    await this.update({ iceRestart: true });
  }

  /** A direction changes, so that a new offer is due. */
  async stopCamera(): Promise<void> {
    const [, camera] = this.connection?.getTransceivers() ?? [];
    await camera?.sender.replaceTrack(null);
    if (camera) camera.direction = 'recvonly';
    await this.update({});
  }

  private async update(options: RTCOfferOptions): Promise<void> {
    await this.negotiate(`calls/${this.callUuid}/update`, options);
    this.note('updated', this.directions());
  }

  private directions() {
    return this.connection?.getTransceivers().map(({ currentDirection }) => currentDirection);
  }

  async share(): Promise<void> {
    await this.slides?.sender.replaceTrack(drawnScreen());
    this.isSharing = true;
    const { http } = await this.requests.post(`${this.own}/take_floor`);
    if (http === 200) this.note('onScreenshareConnected');
    else this.stopSharing('Screenshare rejected');
  }

  async endShare(): Promise<void> {
    await this.requests.post(`${this.own}/release_floor`);
    this.stopSharing('Presentation ended');
  }

  protected onEvent(name: string): void {
    if (name !== 'presentation_start') return;
    // Any presentation ends one's own share, so that to be told of one's own would end it at once.
    if (this.isSharing) this.stopSharing('Presentation ended');
    if (this.slides) play('slides', new MediaStream([this.slides.receiver.track]));
  }

  private stopSharing(reason: string): void {
    this.isSharing = false;
    void this.slides?.sender.replaceTrack(null);
    this.note('onScreenshareStopped', reason);
  }

  private async addLines(connection: RTCPeerConnection): Promise<void> {
    const { callType } = this.options;
    if (callType === 'recvonly') {
      for (const kind of ['audio', 'video']) connection.addTransceiver(kind, { direction: 'recvonly' });
    } else {
      const wanted = { audio: true, video: callType === 'video' };
      const stream = await navigator.mediaDevices.getUserMedia(wanted);
      const tracks = [...stream.getAudioTracks(), ...stream.getVideoTracks()];
      for (const track of tracks) connection.addTransceiver(track, { direction: 'sendrecv', streams: [stream] });
    }
    // Without a stream, hence `a=msid:- <id>` in its section.
    this.slides = connection.addTransceiver('video', { direction: 'sendrecv' });
  }

  private async negotiate(path: string, options: RTCOfferOptions): Promise<void> {
    const { connection } = this;
    if (!connection) return;
    const offer = await connection.createOffer(options);
    await connection.setLocalDescription(offer);
    const marked = withSlidesMark(withoutUnwantedCodecs(offer.sdp ?? ''), this.slides?.mid ?? '');
    const media_type = this.options.callType === 'audioonly' ? 'audio' : 'video';
    const body = { call_type: 'WEBRTC', sdp: withBandwidth(marked, KILOBITS), fecc_supported: false, media_type };
    const { http, result } = await this.requests.post(`${this.own}/${path}`, body);
    if (http !== 200) return this.note('onError', `Call Failed: ${String(result)}`);
    const sdp = typeof result === 'string' ? result : textField(result, 'sdp');
    this.callUuid = String(field(result, 'call_uuid') ?? this.callUuid);
    await connection.setRemoteDescription({ type: 'answer', sdp: withBandwidth(withRecognisedCodecs(sdp), KILOBITS) });
    const waiting = this.waiting ?? [];
    this.waiting = null;
    for (const candidate of waiting) this.trickle(candidate);
  }

  /** Candidates that are found before the answer wait for the call's id. */
  private onCandidate(candidate: RTCIceCandidate | null): void {
    if (!candidate) this.trickle(null);
    else if (this.waiting) this.waiting.push(candidate);
    else this.trickle(candidate);
  }

  private trickle(candidate: RTCIceCandidate | null): void {
    if (!this.callUuid) return;
    const password = /^a=ice-pwd:(.*)$/m.exec(this.connection?.localDescription?.sdp ?? '')?.[1];
    const body = candidate
      ? { candidate: candidate.candidate, mid: candidate.sdpMid, ufrag: candidate.usernameFragment, pwd: password }
      : { candidate: '', mid: '0' };
    void this.requests.post(`${this.own}/calls/${this.callUuid}/new_candidate`, body);
  }
}
