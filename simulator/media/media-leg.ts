import { FrameQueue } from './audio-frames';
import { cleanAnswer } from './answer-sdp';
import { gatheredSdp } from './gathered-sdp';
import { readMediaStats } from './media-stats';
import type { JoiningCall, MediaStats } from './media-types';
import { readOffer } from './offer-sdp';
import { OutgoingMedia } from './outgoing-media';
import { PacketRelay } from './packet-relay';
import type { Picture } from './picture';
import { watchReceived } from './received-media';
import { attribute, purposesOf, splitSdp, type StreamPurpose } from './sdp-sections';
import { watchConnection } from './watch-connection';
import { RTCPeerConnection, type PeerConnection } from './wrtc';

export interface ReceivedPicture {
  picture: Picture;
  /** Grows by one with each picture, so that an unchanged one is not scaled again. */
  sequence: number;
  /** Milliseconds of `performance.now()`. */
  receivedAt: number;
}

/** One participant's peer connection: decodes what he sends and encodes what the mixer gives him. */
export class MediaLeg {
  readonly callId: string;
  readonly participantId: string;
  readonly displayName: string;
  readonly isSlidesOnly: boolean;
  readonly voice = new FrameQueue();
  video: ReceivedPicture | null = null;
  slides: ReceivedPicture | null = null;
  stats: MediaStats | null = null;
  isConnected = false;

  private readonly peer: PeerConnection = new RTCPeerConnection({ iceServers: [] });
  private readonly relay = new PacketRelay();
  private readonly outgoing = new OutgoingMedia();
  private readonly stops: (() => void)[] = [];
  private readonly mids = new Map<StreamPurpose, string>();
  private negotiation: Promise<unknown> = Promise.resolve();
  private isClosed = false;

  constructor(
    { callId, participantId, displayName, isSlidesOnly = false, events }: JoiningCall,
    onConnectionChange: () => void,
  ) {
    this.callId = callId;
    this.participantId = participantId;
    this.displayName = displayName;
    this.isSlidesOnly = isSlidesOnly;
    this.stops.push(
      watchConnection(this.peer, {
        onConnected: events.onConnected,
        onFailed: events.onFailed,
        onChange: (isConnected) => {
          this.isConnected = isConnected;
          onConnectionChange();
        },
      }),
    );
  }

  /** One offer after the other: a client may send an update while an earlier one is still being answered. */
  negotiate(offerSdp: string): Promise<string> {
    const answer = this.negotiation.then(() => this.answer(offerSdp));
    this.negotiation = answer.catch(() => undefined);
    return answer;
  }

  /** Nothing gets through in either direction until that is taken back. */
  setCut(isCut: boolean): void {
    this.relay.isCut = isCut;
  }

  play(samples: Int16Array): void {
    if (!this.isClosed) this.outgoing.play(samples);
  }

  show(purpose: 'video' | 'slides', picture: Picture): void {
    if (!this.isClosed) this.outgoing.show(purpose, picture);
  }

  async refreshStats(): Promise<void> {
    if (this.isClosed) return;
    const reports = await this.peer.getStats();
    this.stats = readMediaStats(reports.values(), this.mids);
  }

  /** The order matters: a native sink or track that outlives its closed connection crashes the process. */
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.isConnected = false;
    for (const stop of this.stops.splice(0)) stop();
    this.outgoing.stop();
    this.peer.close();
    this.relay.close();
  }

  private async answer(offerSdp: string): Promise<string> {
    const offer = readOffer(offerSdp, this.isSlidesOnly);
    if (!offer.ok) throw new Error(`unusable offer: ${offer.error}`);
    this.refuseIfClosed();
    await this.peer.setRemoteDescription({ type: 'offer', sdp: offer.sdp });
    this.refuseIfClosed();
    const { media } = splitSdp(offer.sdp);
    for (const [index, purpose] of purposesOf(media).entries()) {
      const mid = media[index] && attribute(media[index], 'mid');
      if (mid && purpose !== 'other') await this.wire(purpose, mid);
    }
    this.refuseIfClosed();
    const answer = await this.peer.createAnswer();
    this.refuseIfClosed();
    await this.peer.setLocalDescription(answer);
    return cleanAnswer(await this.relay.publish(await this.gathered()), offer.sdp, `mix-${this.callId}`);
  }

  /** Gives an m-line its track and its sink, once. */
  private async wire(purpose: 'audio' | 'video' | 'slides', mid: string): Promise<void> {
    const transceiver = this.peer.getTransceivers().find((candidate) => candidate.mid === mid);
    if (!transceiver || this.isClosed) return;
    transceiver.direction = 'sendrecv';
    if (this.mids.has(purpose)) return;
    this.mids.set(purpose, mid);
    const track = this.outgoing.createTrack(purpose);
    this.stops.push(watchReceived(this, purpose, transceiver.receiver.track));
    await transceiver.sender.replaceTrack(track);
  }

  private gathered(): Promise<string> {
    return gatheredSdp(() => {
      this.refuseIfClosed();
      return this.peer;
    });
  }

  /** Native calls on a closed connection end in obscure errors at best. */
  private refuseIfClosed(): void {
    if (this.isClosed) throw new Error('the call ended while its offer was being answered');
  }
}
