import type { CallFailure } from './failures';
import type { NodeAddress } from './node-address';
import type { RosterChange } from './roster';

// One browser's connection to a conference, in our words. PexRTC sits behind it today; another client could tomorrow.

/** What a connection reports. Everything after `disconnected` or `failed` is silence. */
export type CallSignal =
  | RosterChange
  | { type: 'pin-requested'; isOptional: boolean }
  /** Repeats, each time with a new stream, whenever the media is negotiated anew. */
  | { type: 'connected'; remoteStream: MediaStream | null; selfId: string | null }
  | { type: 'conference-changed'; isStarted: boolean; isLocked: boolean }
  /** The node ended it; `reason` is the node's own text. */
  | { type: 'disconnected'; reason: string }
  | { type: 'failed'; failure: CallFailure };

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

export interface Call {
  /** Answers `pin-requested`; null joins as a guest where the PIN is optional. */
  enterPin(pin: string | null): void;
  /** Tells the conference, so that others see it; the devices themselves belong to media.ts. */
  setMicrophoneMuted(isMuted: boolean): void;
  setCameraMuted(isMuted: boolean): void;
  /** Sends `next` where `previous` was sent. */
  replaceTrack(previous: MediaStreamTrack, next: MediaStreamTrack): void;
  /** Has the node put everybody out, us as well. Does nothing where the node does not take us for a host. */
  endForAll(): void;
  /** Leaves at once and for good, also from a `pagehide` handler. Reports nothing. */
  hangUp(): void;
}

export type Dial = (request: DialRequest, report: (signal: CallSignal) => void) => Call;
