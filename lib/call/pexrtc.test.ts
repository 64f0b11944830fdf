import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Call, CallSignal, DialRequest } from './call';
import { dialPexRtc } from './pexrtc';
import type { PexRtc } from './pexrtc-client';

/** A PexRTC that does nothing by itself: each test plays the node, in the order that pexrtc.md describes. */
class ScriptedPexRtc implements PexRtc {
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
const request: DialRequest = {
  node: { origin: 'https://node', host: 'node' },
  alias: 'meet-a',
  displayName: 'Dana',
  callTag: 'ticket',
  pin: null,
  media,
  isMicrophoneMuted: true,
  isCameraMuted: false,
};

let rtc: ScriptedPexRtc;
let signals: CallSignal[];

beforeEach(() => {
  rtc = new ScriptedPexRtc();
  signals = [];
  vi.stubGlobal('MediaStream', class {}); // Node has none; the adapter tells a stream from what old builds gave
  return () => vi.unstubAllGlobals();
});

async function dialled(change: Partial<DialRequest> = {}): Promise<Call> {
  const call = dialPexRtc(
    { ...request, ...change },
    (signal) => signals.push(signal),
    async () => rtc,
  );
  await Promise.resolve();
  await Promise.resolve();
  return call;
}
const types = () => signals.map(({ type }) => type);

describe('dialling', () => {
  it('gives ticket and our own stream first, and says what is muted before it calls', async () => {
    await dialled();
    expect(rtc.done).toEqual([
      'audio muted true',
      'video muted false',
      'call meet-a at node as Dana tag ticket pin null',
    ]);
    expect(rtc.user_media_stream).toBe(media);
  });

  it('sends a host’s PIN with the first request', async () => {
    await dialled({ pin: '123456789012' });
    expect(rtc.done.at(-1)).toContain('pin 123456789012');
  });

  it('a script that cannot be had is a node out of reach', async () => {
    dialPexRtc(
      request,
      (signal) => signals.push(signal),
      async () => null,
    );
    await vi.waitFor(() => expect(signals).toEqual([{ type: 'failed', failure: 'node-unreachable' }]));
  });

  it('after hanging up while the script is on its way, nobody is called', async () => {
    const call = dialPexRtc(
      request,
      (signal) => signals.push(signal),
      async () => rtc,
    );
    call.hangUp();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect([rtc.done, signals]).toEqual([[], []]);
  });
});

describe('a PexRTC that breaks', () => {
  const broken = () => {
    throw new TypeError('broken');
  };
  const otherFailure = [{ type: 'failed', failure: 'other' }];

  it('when it is made is a failure', async () => {
    dialPexRtc(
      request,
      (signal) => signals.push(signal),
      async () => broken(),
    );
    await vi.waitFor(() => expect(signals).toEqual(otherFailure));
  });

  it('when it is made after hanging up is nobody’s business', async () => {
    const call = dialPexRtc(
      request,
      (signal) => signals.push(signal),
      async () => broken(),
    );
    call.hangUp();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(signals).toEqual([]);
  });

  it('when it calls is a failure, and is told to hang up', async () => {
    rtc.makeCall = broken;
    await dialled();
    expect([signals, rtc.done.at(-1)]).toEqual([otherFailure, 'disconnect']);
  });

  it('when it calls again after a wrong PIN is a failure', async () => {
    await dialled();
    rtc.makeCall = broken;
    rtc.onError('Call Failed: Invalid PIN');
    await vi.waitFor(() => expect(signals).toEqual(otherFailure));
  });

  it('when it takes the PIN is a failure', async () => {
    const call = await dialled();
    rtc.onSetup(media, 'required');
    rtc.connect = broken;
    call.enterPin('1234');
    expect(signals.at(-1)).toEqual(otherFailure[0]);
  });

  it('when it hangs up does not keep the panel from going on', async () => {
    rtc.makeCall = rtc.disconnect = broken;
    const call = await dialled();
    expect(signals).toEqual(otherFailure);
    expect(call.hangUp).not.toThrow();
  });
});

describe('the way in', () => {
  it('answers every onSetup, for nothing goes on otherwise', async () => {
    await dialled();
    rtc.onSetup(media, 'none');
    rtc.onSetup(media, 'none');
    expect(rtc.done.filter((step) => step === 'connect null')).toHaveLength(2);
  });

  it('asks nobody for a PIN that guests do not need', async () => {
    await dialled();
    rtc.onSetup(media, 'optional');
    expect([rtc.done.at(-1), types()]).toEqual(['connect null', []]);
  });

  it('asks for a PIN that is required, and hands it on', async () => {
    const call = await dialled();
    rtc.onSetup(media, 'required');
    expect(signals).toEqual([{ type: 'pin-requested', isOptional: false }]);
    call.enterPin('1234');
    expect(rtc.done.at(-1)).toBe('connect 1234');
  });

  it('after a wrong PIN calls again without it, and asks again', async () => {
    await dialled();
    rtc.onSetup(media, 'required');
    rtc.pin = '9999'; // as PexRTC keeps it
    rtc.onError('Call Failed: Invalid PIN');
    await vi.waitFor(() => expect(rtc.done.at(-1)).toBe('call meet-a at node as Dana tag ticket pin null'));
    rtc.onSetup(media, 'required');
    expect(types()).toEqual(['pin-requested', 'pin-requested']);
  });

  it('a host whose PIN was refused is asked, not silently let in as a guest', async () => {
    await dialled({ pin: '000000000000' });
    rtc.onError('Call Failed: Invalid PIN');
    await vi.waitFor(() => expect(rtc.done.filter((step) => step.startsWith('call'))).toHaveLength(2));
    rtc.onSetup(media, 'optional');
    expect(signals).toEqual([{ type: 'pin-requested', isOptional: true }]);
  });

  it('hanging up at the PIN prompt stops the second call', async () => {
    const call = await dialled();
    rtc.onError('Call Failed: Invalid PIN');
    call.hangUp();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(rtc.done.filter((step) => step.startsWith('call'))).toHaveLength(1);
  });
});

describe('the end', () => {
  it('an error releases the token, or a ghost would stay in the roster', async () => {
    await dialled();
    rtc.onError('Call Failed: Out of resource');
    expect([rtc.done.at(-1), signals]).toEqual(['disconnect', [{ type: 'failed', failure: 'busy' }]]);
  });

  it('a connection that is lost is hung up by whoever called: the node is out of reach, and telling it blocks the page', async () => {
    const call = await dialled();
    rtc.onConnect(new MediaStream());
    rtc.onError('Error connecting to conference');
    expect([rtc.done.includes('disconnect'), signals.at(-1)]).toEqual([
      false,
      { type: 'failed', failure: 'connection-lost' },
    ]);
    call.hangUp();
    expect(rtc.done.at(-1)).toBe('disconnect');
  });

  it('errors that repeat are reported once', async () => {
    await dialled();
    rtc.onError('Error connecting to conference');
    rtc.onError('Error connecting to conference');
    expect(types()).toEqual(['failed']);
  });

  it('the node’s own text is handed on, and its client is not told to hang up again', async () => {
    const call = await dialled();
    rtc.onDisconnect('Disconnected by another participant');
    call.hangUp();
    expect(signals).toEqual([{ type: 'disconnected', reason: 'Disconnected by another participant' }]);
    expect(rtc.done).not.toContain('disconnect');
  });

  it('for everybody is asked of the node while our token is ours, and once it has put us out there is nothing to hang up', async () => {
    const call = await dialled();
    call.endForAll();
    rtc.onDisconnect('Conference terminated by another participant');
    call.hangUp();
    expect(rtc.done.at(-1)).toBe('disconnect all');
  });

  it('for everybody, of a PexRTC that cannot, leaves us to hang up', async () => {
    const call = await dialled();
    rtc.disconnectAll = () => {
      throw new TypeError('rtc.disconnectAll is not a function');
    };
    call.endForAll();
    call.hangUp();
    expect([signals, rtc.done.at(-1)]).toEqual([[], 'disconnect']);
  });

  it('after hanging up nothing is heard of the call any more', async () => {
    const call = await dialled();
    call.hangUp();
    rtc.onConnect(new MediaStream());
    rtc.onParticipantCreate({ uuid: 'a' });
    rtc.onError('Call Failed: ');
    rtc.onDisconnect('late');
    expect(signals).toEqual([]);
    expect(rtc.done.filter((step) => step === 'disconnect')).toHaveLength(1);
  });
});

describe('the conference', () => {
  it('each new stream is reported with who we are', async () => {
    await dialled();
    const [first, second] = [new MediaStream(), new MediaStream()];
    rtc.onConnect(first);
    rtc.onConnect(second);
    expect(signals).toEqual([
      { type: 'connected', remoteStream: first, selfId: 'me' },
      { type: 'connected', remoteStream: second, selfId: 'me' },
    ]);
  });

  it('somebody’s slides are asked for, also when they follow another’s, and end with them', async () => {
    await dialled();
    rtc.onPresentation(true, 'Ada <ada@example.com>');
    const stream = new MediaStream();
    rtc.onPresentationConnected(stream);
    rtc.onPresentation(true, 'Bo');
    rtc.onPresentationDisconnected('Presentation ended');
    rtc.onPresentation(false, null);
    expect(rtc.done.filter((step) => step === 'get presentation')).toHaveLength(2);
    expect(signals).toEqual([
      { type: 'presenter-changed', presenter: 'Ada' },
      { type: 'presentation-stream', stream },
      { type: 'presenter-changed', presenter: 'Bo' },
      { type: 'presentation-stream', stream: null },
      { type: 'presenter-changed', presenter: null },
    ]);
  });

  it('our own screen is the one we opened, and who takes over is told apart from who refuses', async () => {
    const call = await dialled();
    const screen = new MediaStream();
    call.startSharing(screen);
    expect([rtc.user_presentation_stream, rtc.done.at(-1)]).toEqual([screen, 'present screen']);
    rtc.onScreenshareStopped('Screenshare rejected');
    rtc.onScreenshareConnected();
    rtc.onScreenshareStopped('Presentation ended');
    rtc.onScreenshareConnected();
    rtc.onPresentation(true, 'Bo');
    const sharing = signals.flatMap((signal) => (signal.type === 'sharing-changed' ? [signal.sharing] : []));
    expect(sharing).toEqual(['refused', 'on', 'stopped', 'on', 'taken-over']);
  });

  it('chat of others is told, ours is not said twice where a node echoes it', async () => {
    await dialled();
    rtc.onChatMessage({ origin: 'Ada', uuid: 'a', type: 'text/plain', payload: 'hello' });
    rtc.onDirectMessage({ origin: 'Ada', uuid: 'a', type: 'text/plain', payload: 'for you', direct: true });
    rtc.onChatMessage({ origin: 'Dana', uuid: 'me', type: 'text/plain', payload: 'mine' });
    rtc.onChatMessage({ payload: 7 });
    const texts = signals.map((signal) => signal.type === 'message' && [signal.message.text, signal.message.isPrivate]);
    expect(texts).toEqual([
      ['hello', false],
      ['for you', true],
    ]);
  });

  it('who speaks comes loudest first, without who is silent', async () => {
    await dialled();
    rtc.onStageUpdate([
      { participant_uuid: 'a', stage_index: 0, vad: 20 },
      { participant_uuid: 'b', stage_index: 1, vad: 0 },
      { participant_uuid: 'c', stage_index: 2, vad: 90 },
    ]);
    rtc.onStageUpdate('noise');
    expect(signals).toEqual([{ type: 'speakers-changed', ids: ['c', 'a'] }]);
  });

  it('a call out is begun when somebody is called, and never blocks the page', async () => {
    const call = await dialled();
    const [one, two] = [call.dialOut('+47 1', 'auto'), call.dialOut('x', 'sip')];
    expect(rtc.done.at(-1)).toBe('dial x sip guest');
    rtc.answerDial({ status: 'success', result: ['p'] });
    expect(await two).toBe(true);
    call.hangUp();
    expect(await call.dialOut('late', 'auto')).toBe(false);
    void one;
  });

  it('what an older build does not have is as if it were not asked for', async () => {
    const call = await dialled();
    expect(() => call.setCaptionsShown(true)).not.toThrow();
    Object.assign(rtc, { setConferenceLock: undefined });
    expect(() => call.setLocked(true)).not.toThrow();
    expect(signals).toEqual([]);
  });

  it('objects without identity are passed over', async () => {
    await dialled();
    rtc.onParticipantUpdate(null);
    rtc.onParticipantDelete({});
    rtc.onConferenceUpdate('text');
    expect(signals).toEqual([]);
  });
});

describe('exchanging a device', () => {
  const track = (kind: string) => ({ kind }) as MediaStreamTrack;
  const sender = (sent: MediaStreamTrack | null) => ({ track: sent, replaceTrack: vi.fn(async () => {}) });
  const connectWith = (senders: unknown[]) => {
    rtc.call = { pc: { getSenders: () => senders } as unknown as RTCPeerConnection };
  };

  it('happens at the sender of the old track, not at the slides’', async () => {
    const call = await dialled();
    const [old, next] = [track('video'), track('video')];
    const [audio, video, slides] = [sender(track('audio')), sender(old), sender(null)];
    connectWith([audio, slides, video]);
    call.replaceTrack(old, next);
    expect(video.replaceTrack).toHaveBeenCalledWith(next);
    expect(slides.replaceTrack).not.toHaveBeenCalled();
    expect(audio.replaceTrack).not.toHaveBeenCalled();
  });

  it('before there is a connection changes nothing', async () => {
    const call = await dialled();
    expect(() => call.replaceTrack(track('video'), track('video'))).not.toThrow();
  });
});
