import type { CallPlan } from './call-type';
import { MediaPeer, type Purpose } from './media-peer';
import type { Reply, RequestOptions } from './requests';
import { StatisticsPoll } from './statistics';
import { fields, text } from './wire';

export interface CallSurroundings {
  /** A request under the own participant. */
  request(path: string, options?: RequestOptions): Promise<Reply | null>;
  requestBlocking(path: string, body: unknown): void;
  bandwidth(): { inbound: number | null; outbound: number | null };
  onFailed(reason: 'ice' | { text: string }): void;
  onRestart(): void;
}

type State = 'CONNECTING' | 'CONNECTED' | 'ENDED';

/** One media call on the wire: offer, answer, candidates, ack, updates, end (client-api.md §6 and §8). */
export class MediaCall {
  call_uuid: string | null = null;
  state: State = 'CONNECTING';
  readonly peer: MediaPeer;
  private statistics: StatisticsPoll | null = null;
  private unsent: (RTCIceCandidate | null)[] = [];

  constructor(
    configuration: RTCConfiguration,
    private readonly plan: CallPlan,
    readonly mediaStream: MediaStream | null,
    private readonly surroundings: CallSurroundings,
  ) {
    this.peer = new MediaPeer(configuration, {
      onCandidate: (candidate) => this.sendCandidate(candidate),
      onFailed: () => surroundings.onFailed('ice'),
      onLost: () => {
        surroundings.onRestart();
        void this.update({ iceRestart: true });
      },
    });
    this.peer.addLines(plan, mediaStream);
  }

  get pc(): RTCPeerConnection {
    return this.peer.connection;
  }

  get figures() {
    return this.statistics?.latest ?? { outgoing: {}, incoming: {} };
  }

  /** True once the node has taken our ack; false when the call failed or ended on the way. */
  async start(present: string | undefined): Promise<boolean> {
    const { inbound, outbound } = this.surroundings.bandwidth();
    const sdp = await this.peer.offer({}, inbound);
    const hasPicture = this.plan.sendVideo || this.plan.receiveVideo || this.plan.slidesOnly !== null;
    const body = {
      call_type: 'WEBRTC',
      sdp,
      fecc_supported: false,
      media_type: hasPicture ? 'video' : 'audio',
      ...(present ? { present } : {}),
    };
    // No time limit: a node may hold its answer until the far end is there.
    const reply = await this.surroundings.request('calls', { body, timeoutMs: 0 });
    if (!reply || this.isEnded()) return false;
    if (reply.status !== 200) return this.fail(text(reply.result));
    const result = fields(reply.result);
    this.call_uuid = text(result.call_uuid);
    this.unsent.splice(0).forEach((candidate) => this.sendCandidate(candidate));
    if (!(await this.take(text(result.sdp), outbound))) return false;
    const ack = await this.surroundings.request(`calls/${this.call_uuid}/ack`);
    if (!ack || this.isEnded()) return false;
    this.state = 'CONNECTED';
    this.statistics = new StatisticsPoll(this.peer);
    return true;
  }

  async update(options: RTCOfferOptions): Promise<void> {
    if (!this.call_uuid || this.isEnded()) return;
    const { inbound, outbound } = this.surroundings.bandwidth();
    const sdp = await this.peer.offer(options, inbound);
    const body = { call_type: 'WEBRTC', sdp, fecc_supported: false };
    const reply = await this.surroundings.request(`calls/${this.call_uuid}/update`, { body });
    if (!reply || this.isEnded()) return;
    if (reply.status !== 200) return void this.fail(text(reply.result));
    await this.take(text(reply.result) || text(fields(reply.result).sdp), outbound);
  }

  /** A stream of the tracks received on these lines; a new one each time, as the genuine client gives. */
  remoteStream(): MediaStream {
    const purposes: Purpose[] = this.plan.slidesOnly ? ['slides'] : ['audio', 'video'];
    return new MediaStream(purposes.flatMap((purpose) => this.peer.received(purpose) ?? []));
  }

  /** `blocking`: tell the node before anything else happens, as leaving does. */
  end(tell: 'blocking' | 'later' | 'nobody'): void {
    if (this.isEnded()) return;
    this.state = 'ENDED';
    this.statistics?.stop();
    this.peer.close();
    if (!this.call_uuid || tell === 'nobody') return;
    const path = `calls/${this.call_uuid}/disconnect`;
    if (tell === 'blocking') this.surroundings.requestBlocking(path, {});
    else void this.surroundings.request(path, { body: {} });
  }

  private isEnded(): boolean {
    return this.state === 'ENDED';
  }

  private async take(answerSdp: string, outbound: number | null): Promise<boolean> {
    try {
      await this.peer.accept(answerSdp, outbound);
    } catch (error) {
      if (!this.isEnded()) this.fail(error instanceof Error ? error.message : String(error));
    }
    return !this.isEnded();
  }

  private fail(reason: string): false {
    this.surroundings.onFailed({ text: reason });
    return false;
  }

  private sendCandidate(candidate: RTCIceCandidate | null): void {
    if (!this.call_uuid) return void this.unsent.push(candidate);
    if (this.isEnded()) return;
    const pwd = /^a=ice-pwd:(.*?)\r?$/m.exec(this.pc.localDescription?.sdp ?? '')?.[1];
    // The browser also marks the end of each generation by an empty candidate; only the very end is told.
    if (candidate?.candidate === '') return;
    const body = candidate
      ? { candidate: candidate.candidate, mid: candidate.sdpMid, ufrag: candidate.usernameFragment, pwd }
      : { candidate: '', mid: this.peer.midOf('audio') ?? '0' };
    void this.surroundings.request(`calls/${this.call_uuid}/new_candidate`, { body });
  }
}
