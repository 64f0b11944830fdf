import type { ConferenceFacts, ConferenceSignal } from './conference';
import type { CallFailure } from './failures';
import type { HostControls } from './host-controls';
import type { NodeAddress } from './node-address';

// One browser's connection to a conference, in our words. PexRTC sits behind it today; another client could tomorrow.

/** What a connection reports. Everything after `disconnected` or `failed` is silence. */
export type CallSignal =
  | ConferenceSignal
  | { type: 'pin-requested'; isOptional: boolean }
  /** Repeats, each time with a new stream, whenever the media is negotiated anew. */
  | { type: 'connected'; remoteStream: MediaStream | null; selfId: string | null }
  /** Sound and picture stand still and the client tries to get them back by itself; or they are back. */
  | { type: 'media-interrupted' }
  | { type: 'media-restored' }
  /** The node moves us to another conference, and the client is on its way there: all begins anew, the PIN too. */
  | { type: 'transferred'; alias: string }
  /** The node ended it; `reason` is the node's own text. */
  | { type: 'disconnected'; reason: string }
  | { type: 'failed'; failure: CallFailure };

export type { ConferenceFacts };

export interface DialRequest {
  node: NodeAddress;
  alias: string;
  displayName: string;
  /** The ticket, shown to Infinity so that it knows whom we let in. */
  callTag: string;
  /** Hosts have one; it is sent with the first request, so they are never asked. */
  pin: string | null;
  /** Always one audio and one video track, so that devices can be exchanged later without a new negotiation. */
  media: MediaStream;
  isMicrophoneMuted: boolean;
  isCameraMuted: boolean;
}

/** What one can do in a call. Before it is up, and once it is over, all of it does nothing. */
export interface Call extends HostControls {
  /** Answers `pin-requested`; null joins as a guest where the PIN is optional. */
  enterPin(pin: string | null): void;
  /** Tells the conference, so that others see it; the devices themselves belong to media.ts. */
  setMicrophoneMuted(isMuted: boolean): void;
  setCameraMuted(isMuted: boolean): void;
  /** Sends `next` where `previous` was sent. */
  replaceTrack(previous: MediaStreamTrack, next: MediaStreamTrack): void;
  /** To everybody. There is no echo from the node: who sends shows it too. */
  sendMessage(text: string): void;
  setHandRaised(isRaised: boolean): void;
  /** Shows this screen to everybody, with its sound where it has any; `sharing-changed` says what became of it. */
  startSharing(screen: MediaStream): void;
  stopSharing(): void;
  /** Keypad tones, for a voice menu at the far end: 0–9, * and #. */
  sendKeys(keys: string): void;
  setCaptionsShown(areShown: boolean): void;
  /** The browser's own figures of the connection; null while there is none. */
  statistics(): Promise<RTCStatsReport | null>;
  /** Leaves at once and for good, also from a `pagehide` handler. Reports nothing. */
  hangUp(): void;
}

export type Dial = (request: DialRequest, report: (signal: CallSignal) => void) => Call;
