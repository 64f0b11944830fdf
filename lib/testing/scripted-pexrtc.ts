import { expect } from 'vitest';
import type { Call, CallSignal, DialRequest } from '@/lib/call/call';
import { dialPexRtc } from '@/lib/call/pexrtc';
import type { PexRtc } from '@/lib/call/pexrtc-client';

/** A PexRTC that does nothing by itself: each test plays the node, in the order that pexrtc.md describes. */
export class ScriptedPexRtc implements PexRtc {
  done: string[] = [];
  pin: string | null = null;
  call_tag: string | null = null;
  user_media_stream: MediaStream | null = null;
  user_presentation_stream: MediaStream | null = null;
  uuid = 'me';
  trans = { ERROR_CALL_FAILED: 'Call Failed: ', ERROR_CONNECTING: 'Error connecting to conference' };
  call: { pc: RTCPeerConnection } | null = null;
  onSetup: PexRtc['onSetup'] = unset;
  onConnect: PexRtc['onConnect'] = unset;
  onError: PexRtc['onError'] = unset;
  onDisconnect: PexRtc['onDisconnect'] = unset;
  onCallTransfer: PexRtc['onCallTransfer'] = unset;
  onSyncBegin = unset;
  onSyncEnd = unset;
  onParticipantCreate: PexRtc['onParticipantCreate'] = unset;
  onParticipantUpdate: PexRtc['onParticipantUpdate'] = unset;
  onParticipantDelete: PexRtc['onParticipantDelete'] = unset;
  onConferenceUpdate: PexRtc['onConferenceUpdate'] = unset;
  onRoleUpdate = unset;
  onStageUpdate: PexRtc['onStageUpdate'] = unset;
  onChatMessage: PexRtc['onChatMessage'] = unset;
  onDirectMessage: PexRtc['onDirectMessage'] = unset;
  onApplicationMessage = unset;
  onPresentation: PexRtc['onPresentation'] = unset;
  onPresentationConnected: PexRtc['onPresentationConnected'] = unset;
  onPresentationDisconnected: PexRtc['onPresentationDisconnected'] = unset;
  onScreenshareConnected = unset;
  onScreenshareStopped: PexRtc['onScreenshareStopped'] = unset;
  onLiveCaptions: PexRtc['onLiveCaptions'] = unset;
  onSplashScreen = unset;
  onLog = unset;
  makeCall(node: string, alias: string, name: string) {
    const callbacks = Object.entries(this).filter(([key, value]) => key.startsWith('on') && value === unset);
    expect(callbacks, 'every callback is assigned before dialling').toEqual([]);
    this.done.push(`call ${alias} at ${node} as ${name} tag ${this.call_tag} pin ${this.pin}`);
  }
  connect = (pin: string | null) => void this.done.push(`connect ${pin}`);
  muteAudio = (isMuted: boolean) => this.done.push(`audio muted ${isMuted}`);
  muteVideo = (isMuted: boolean) => this.done.push(`video muted ${isMuted}`);
  getPresentation = () => void this.done.push('get presentation');
  present = (what: string | null) => void this.done.push(`present ${what}`);
  sendChatMessage = (text: string) => void this.done.push(`chat ${text}`);
  sendDTMF = (digits: string) => void this.done.push(`keys ${digits}`);
  setBuzz = () => void this.done.push('hand up');
  clearBuzz = (id?: string) => void this.done.push(`hand down ${id ?? 'ours'}`);
  setConferenceLock = (isLocked: boolean) => void this.done.push(`lock ${isLocked}`);
  setMuteAllGuests = (areMuted: boolean) => void this.done.push(`guests muted ${areMuted}`);
  setParticipantMute = (id: string, isMuted: boolean) => void this.done.push(`mute ${id} ${isMuted}`);
  setRole = (id: string, role: string) => void this.done.push(`role ${id} ${role}`);
  unlockParticipant = (id: string) => void this.done.push(`admit ${id}`);
  disconnectParticipant = (id: string) => void this.done.push(`remove ${id}`);
  dialOut = (to: string, protocol: string, role: string, done: (reply: unknown) => void) => {
    this.done.push(`dial ${to} ${protocol} ${role}`);
    this.answerDial = done;
  };
  answerDial: (reply: unknown) => void = unset;
  disconnectAll = () => void this.done.push('disconnect all');
  disconnect = () => void this.done.push('disconnect');
}
function unset() {}

const media = { id: 'ours' } as MediaStream; // handed on untouched: only its identity matters

export const dialRequest: DialRequest = {
  node: { origin: 'https://node', host: 'node' },
  alias: 'meet-a',
  displayName: 'Dana',
  callTag: 'ticket',
  pin: null,
  media,
  isMicrophoneMuted: true,
  isCameraMuted: false,
};

/** Dials through it; the signals are pushed to `signals`. */
export async function dialScripted(
  rtc: ScriptedPexRtc,
  signals: CallSignal[],
  change: Partial<DialRequest> = {},
): Promise<Call> {
  const call = dialPexRtc(
    { ...dialRequest, ...change },
    (signal) => signals.push(signal),
    async () => rtc,
  );
  await Promise.resolve();
  await Promise.resolve();
  return call;
}
