import type { Call, CallSignal, DialRequest } from './call';
import { loadScript } from './load-script';
import { scriptUrl, type NodeAddress } from './node-address';
import { readPexRtcError, type PexRtcTexts } from './pexrtc-errors';
import { readConference, readDeletedId, readParticipant } from './pexrtc-wire';

// The only file that knows PexRTC, Pexip's own client, loaded from the node. `pexrtc.md` describes it; the parts used
// here are the same in every build from Infinity 27 to 36.

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
  disconnect(): void;
}

declare global {
  interface Window {
    PexRTC?: new () => PexRtc;
  }
}

/** Fetches the node's script at the first call; until then the page has none of it. */
async function loadFromNode(node: NodeAddress): Promise<PexRtc | null> {
  return (await loadScript(scriptUrl(node))) && window.PexRTC ? new window.PexRTC() : null;
}

/** Calls through PexRTC as the node gives it, or as `load` does; null means that there is none to be had. */
export function dialPexRtc(
  request: DialRequest,
  report: (signal: CallSignal) => void,
  load: (node: NodeAddress) => Promise<PexRtc | null> = loadFromNode,
): Call {
  let rtc: PexRtc | null = null;
  let isOver = false;

  function tell(signal: CallSignal) {
    if (isOver) return; // PexRTC calls back after its own end, and a replaced client must not be heard
    if (signal.type === 'disconnected') rtc = null; // it has cleaned up after itself
    if (signal.type === 'failed') hangUp();
    if (signal.type === 'failed' || signal.type === 'disconnected') isOver = true;
    report(signal);
  }

  function hangUp() {
    isOver = true;
    // Also after an error: PexRTC keeps its token then, and with it a ghost without picture in everybody's roster.
    rtc?.disconnect();
    rtc = null;
  }

  function dial() {
    if (isOver || !rtc) return;
    rtc.muteAudio(request.isMicrophoneMuted);
    rtc.muteVideo(request.isCameraMuted);
    rtc.makeCall(request.node.host, request.alias, request.displayName, null, 'video');
  }

  void load(request.node).then((loaded) => {
    if (isOver) return;
    if (!loaded) return tell({ type: 'failed', failure: 'node-unreachable' });
    rtc = loaded;
    rtc.call_tag = request.callTag;
    rtc.pin = request.pin;
    // Our own stream: PexRTC's capture would be left running when one hangs up while the browser still asks.
    rtc.user_media_stream = request.media;
    listen(rtc, tell, dial);
    dial();
  });

  return {
    enterPin: (pin) => rtc?.connect(pin),
    setMicrophoneMuted: (isMuted) => void rtc?.muteAudio(isMuted),
    setCameraMuted: (isMuted) => void rtc?.muteVideo(isMuted),
    replaceTrack: (previous, next) => replaceTrack(rtc?.call?.pc, previous, next),
    hangUp,
  };
}

/** Assigns every callback before dialling: PexRTC calls several of them without looking whether they are there. */
function listen(rtc: PexRtc, tell: (signal: CallSignal) => void, dialAgain: () => void) {
  let isConnected = false;
  let wasPinRefused = false;

  rtc.onLog = () => {}; // by default it writes tokens and PINs to the console
  rtc.onScreenshareStopped = rtc.onPresentationConnected = rtc.onPresentationDisconnected = () => {};

  // Comes again after every step, and nothing goes on until connect() is called, each time.
  rtc.onSetup = (_stream, pinStatus) => {
    const isOptional = pinStatus === 'optional';
    // Guests need no PIN where it is optional. Whoever tried one and failed meant to be host, and is asked.
    if (pinStatus === 'required' || (isOptional && wasPinRefused)) tell({ type: 'pin-requested', isOptional });
    else rtc.connect(null);
  };
  rtc.onConnect = (stream) => {
    isConnected = true;
    const remoteStream = stream instanceof MediaStream ? stream : null;
    tell({ type: 'connected', remoteStream, selfId: rtc.uuid ?? null });
  };
  rtc.onError = (text) => {
    const error = readPexRtcError(String(text), rtc.trans ?? {}, isConnected);
    if (error === 'wrong-pin') {
      wasPinRefused = true;
      rtc.pin = null; // it keeps the wrong one, and would send it again
      // Not from inside its own error handler, which goes on tearing down after we return.
      setTimeout(dialAgain, 0);
      return;
    }
    tell({ type: 'failed', failure: error });
  };
  rtc.onDisconnect = (reason) => tell({ type: 'disconnected', reason: String(reason ?? '') });

  rtc.onSyncBegin = () => tell({ type: 'sync-began' });
  rtc.onSyncEnd = () => tell({ type: 'sync-ended' });
  rtc.onParticipantCreate = rtc.onParticipantUpdate = (value) => {
    const participant = readParticipant(value);
    if (participant) tell({ type: 'participant-changed', participant });
  };
  rtc.onParticipantDelete = (value) => {
    const id = readDeletedId(value);
    if (id) tell({ type: 'participant-left', id });
  };
  rtc.onConferenceUpdate = (value) => {
    const conference = readConference(value);
    if (conference) tell({ type: 'conference-changed', ...conference });
  };
}

/**
 * At the sender itself, not by `renegotiate`: that is one standard call in every browser, works in every build, and
 * spares the other track, which PexRTC 36 would stop along with the old one.
 */
function replaceTrack(pc: RTCPeerConnection | null | undefined, previous: MediaStreamTrack, next: MediaStreamTrack) {
  const senders = pc?.getSenders() ?? [];
  // The first of a kind is the main one; slides come after it.
  const sender = senders.find((it) => it.track === previous) ?? senders.find((it) => it.track?.kind === next.kind);
  // Rejected when the connection closed in between, and then nobody waits for the picture any more.
  void sender?.replaceTrack(next).catch(() => {});
}
