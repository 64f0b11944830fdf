import { drawnScreen, play } from './media';
import { field, textField } from './requests';
import { withBandwidth } from './sdp-edits';
import { WireClient } from './wire-client';

// Runs in the browser. Generation 27 and before: two lines, slides in calls of their own.

/** What that generation asks for by itself, less the 64 that PexRTC takes off. */
const KILOBITS = 1216;

interface SideCall {
  callUuid: string;
  connection: RTCPeerConnection;
}

/** The candidates of a client without trickle travel in the offer. */
async function gathered(connection: RTCPeerConnection): Promise<string> {
  while (connection.iceGatheringState !== 'complete') {
    await new Promise((resolve) => connection.addEventListener('icegatheringstatechange', resolve, { once: true }));
  }
  return connection.localDescription?.sdp ?? '';
}

export class LegacyClient extends WireClient {
  private readonly sideCalls: Partial<Record<'send' | 'receive', SideCall>> = {};

  protected tokenRequest() {
    return { display_name: this.options.name, chosen_idp: 'none', sso_token: 'none', node: this.options.node };
  }

  protected async call(): Promise<void> {
    const connection = (this.connection = new RTCPeerConnection());
    const wantsVideo = this.options.callType === 'video';
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: wantsVideo });
    for (const track of stream.getTracks()) connection.addTrack(track, stream);
    this.onRemoteStream(connection, (remote) => {
      play('remote', remote);
      // The only sign of a connected call this generation gives.
      this.note('onConnect', remote.getTracks().length);
    });
    this.callUuid = await this.negotiate(connection, {});
    await this.requests.post(`${this.own}/${wantsVideo ? 'video_unmuted' : 'video_muted'}`);
  }

  /** Watches slides, or shares a screen. */
  async startSideCall(present: 'send' | 'receive'): Promise<void> {
    const connection = new RTCPeerConnection();
    if (present === 'send') connection.addTransceiver(drawnScreen(), { direction: 'sendonly' });
    else connection.addTransceiver('video', { direction: 'recvonly' });
    this.onRemoteStream(connection, (remote) => {
      play('slides', remote);
      this.note('onPresentationConnected');
    });
    const callUuid = await this.negotiate(connection, { present });
    this.sideCalls[present] = { callUuid, connection };
    if (present === 'send') this.note('onScreenshareConnected');
  }

  async endSideCall(present: 'send' | 'receive'): Promise<void> {
    const side = this.sideCalls[present];
    delete this.sideCalls[present];
    side?.connection.close();
    if (side) await this.requests.post(`${this.own}/calls/${side.callUuid}/disconnect`, {});
  }

  /** Takes no notice of `new_candidate`. */
  protected onEvent(name: string, data: unknown): void {
    if (name === 'presentation_start') void this.startSideCall('receive');
    if (name === 'presentation_stop') void this.endSideCall('receive');
    if (name !== 'call_disconnected' || field(data, 'call_uuid') !== this.sideCalls.send?.callUuid) return;
    this.sideCalls.send?.connection.close();
    delete this.sideCalls.send;
    this.note('onScreenshareStopped');
  }

  /** The old event, which appears only when the answer names a stream that sends; never for `a=msid:-`. */
  private onRemoteStream(connection: RTCPeerConnection, then: (stream: MediaStream) => void): void {
    connection.addEventListener('addstream', (event) => {
      const stream = field(event, 'stream');
      if (stream instanceof MediaStream) then(stream);
    });
  }

  private async negotiate(connection: RTCPeerConnection, extra: { present?: string }): Promise<string> {
    const offer = await connection.createOffer();
    if (!this.options.usesTrickle) await connection.setLocalDescription(offer);
    const sdp = this.options.usesTrickle ? (offer.sdp ?? '') : await gathered(connection);
    const body = { call_type: 'WEBRTC', sdp: withBandwidth(sdp, KILOBITS), fecc_supported: false, ...extra };
    const { http, result } = await this.requests.post(`${this.own}/calls`, body);
    if (http !== 200) {
      this.note('onError', `Call Failed: ${String(result)}`);
      throw new Error(`calls: ${http}`);
    }
    const callUuid = textField(result, 'call_uuid');
    if (this.options.usesTrickle) {
      connection.onicecandidate = ({ candidate }) => void this.trickle(callUuid, candidate);
      // With trickle the description is applied only now, so that nothing is gathered before the node has answered.
      await connection.setLocalDescription(offer);
    }
    await connection.setRemoteDescription({ type: 'answer', sdp: withBandwidth(textField(result, 'sdp'), KILOBITS) });
    await this.requests.post(`${this.own}/calls/${callUuid}/ack`);
    return callUuid;
  }

  private async trickle(callUuid: string, candidate: RTCIceCandidate | null): Promise<void> {
    const body = candidate
      ? { candidate: candidate.candidate, mid: candidate.sdpMid, ufrag: candidate.usernameFragment }
      : { candidate: '', mid: '0' };
    await this.requests.post(`${this.own}/calls/${callUuid}/new_candidate`, body);
  }
}
