import type { PexRtcTexts } from './pexrtc-errors';

/** What we use of a PexRTC instance; the same in every build from Infinity 27 to 36 (pexrtc.md). */
export interface PexRtc {
  onSetup: (stream: unknown, pinStatus: string) => void;
  onConnect: (stream: unknown) => void;
  onError: (text: unknown) => void;
  onDisconnect: (reason: unknown) => void;
  onSyncBegin: () => void;
  onSyncEnd: () => void;
  onParticipantCreate: (participant: unknown) => void;
  onParticipantUpdate: (participant: unknown) => void;
  onParticipantDelete: (deletion: unknown) => void;
  onConferenceUpdate: (conference: unknown) => void;
  onScreenshareStopped: () => void;
  onPresentationConnected: () => void;
  onPresentationDisconnected: () => void;
  onLog: () => void;
  pin: string | null;
  call_tag: string | null;
  user_media_stream: MediaStream | null;
  readonly uuid?: string | null;
  readonly trans?: PexRtcTexts;
  readonly call?: { readonly pc?: RTCPeerConnection | null } | null;
  makeCall(node: string, conference: string, name: string, bandwidth: number | null, callType: 'video'): void;
  connect(pin: string | null): void;
  muteAudio(isMuted: boolean): unknown;
  muteVideo(isMuted: boolean): unknown;
  /** A request that is sent in the background: hanging up right behind it may overtake it (pexrtc.md §7). */
  disconnectAll(): unknown;
  disconnect(): void;
}
