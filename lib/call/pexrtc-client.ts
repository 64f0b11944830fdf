import type { PexRtcTexts } from './pexrtc-errors';

/** What we use of a PexRTC instance; the same in every build from Infinity 27 to 36 (pexrtc.md). */
export interface PexRtc {
  onSetup: (stream: unknown, pinStatus: string, extension?: unknown, identityProviders?: unknown) => void;
  onConnect: (stream: unknown) => void;
  onError: (text: unknown) => void;
  onDisconnect: (reason: unknown) => void;
  onCallTransfer: (alias: unknown) => void;
  onSyncBegin: () => void;
  onSyncEnd: () => void;
  onParticipantCreate: (participant: unknown) => void;
  onParticipantUpdate: (participant: unknown) => void;
  onParticipantDelete: (deletion: unknown) => void;
  onConferenceUpdate: (conference: unknown) => void;
  onRoleUpdate: () => void;
  onStageUpdate: (stage: unknown) => void;
  onChatMessage: (message: unknown) => void;
  onDirectMessage: (message: unknown) => void;
  onApplicationMessage: () => void;
  onPresentation: (isActive: unknown, presenter: unknown) => void;
  onPresentationConnected: (stream: unknown) => void;
  onPresentationDisconnected: (reason: unknown) => void;
  onScreenshareConnected: () => void;
  onScreenshareStopped: (reason: unknown) => void;
  onLiveCaptions: (caption: unknown) => void;
  onSplashScreen: () => void;
  onLog: () => void;
  pin: string | null;
  call_tag: string | null;
  user_media_stream: MediaStream | null;
  user_presentation_stream: MediaStream | null;
  readonly uuid?: string | null;
  readonly trans?: PexRtcTexts;
  readonly call?: { readonly pc?: RTCPeerConnection | null } | null;
  makeCall(node: string, conference: string, name: string, bandwidth: number | null, callType: 'video'): void;
  connect(pin: string | null): void;
  muteAudio(isMuted: boolean): unknown;
  muteVideo(isMuted: boolean): unknown;
  getPresentation(): void;
  present(what: 'screen' | null): void;
  sendChatMessage(text: string): void;
  sendDTMF(digits: string): void;
  setBuzz(): void;
  clearBuzz(id?: string): void;
  showLiveCaptions?(): void;
  hideLiveCaptions?(): void;
  setConferenceLock(isLocked: boolean): void;
  setMuteAllGuests(areMuted: boolean): void;
  setParticipantMute(id: string, isMuted: boolean): void;
  setRole(id: string, role: 'chair' | 'guest'): void;
  unlockParticipant(id: string): void;
  disconnectParticipant(id: string): void;
  /** Without `done` it is a request that blocks the page (pexrtc.md §7). */
  dialOut(destination: string, protocol: string, role: string, done: (reply: unknown) => void): void;
  /** A request that is sent in the background: hanging up right behind it may overtake it (pexrtc.md §7). */
  disconnectAll(): unknown;
  disconnect(): void;
}
