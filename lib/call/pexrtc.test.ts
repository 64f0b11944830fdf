import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dialRequest as request, dialScripted, ScriptedPexRtc } from '@/lib/testing/scripted-pexrtc';
import type { CallSignal, DialRequest } from './call';
import { dialPexRtc } from './pexrtc';

/** A peer connection that a test leads through its states. */
class Peer extends EventTarget {
  iceConnectionState: RTCIceConnectionState = 'checking';
  becomes(state: RTCIceConnectionState) {
    this.iceConnectionState = state;
    this.dispatchEvent(new Event('iceconnectionstatechange'));
  }
}

const { media } = request;
let rtc: ScriptedPexRtc;
let signals: CallSignal[];

beforeEach(() => {
  rtc = new ScriptedPexRtc();
  signals = [];
  vi.stubGlobal('MediaStream', class {}); // Node has none; the adapter tells a stream from what old builds gave
  return () => vi.unstubAllGlobals();
});

const dialled = (change: Partial<DialRequest> = {}) => dialScripted(rtc, signals, change);
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

  it.each([
    ['a reception’s choice of a meeting', 'standard', null],
    ['a sign-in', null, [{ name: 'Corp login', uuid: 'idp' }]],
  ])('where %s is asked for it says so and hangs up, for it has no answer', async (_what, extension, providers) => {
    await dialled();
    rtc.onSetup(media, 'none', extension, providers);
    expect(signals).toEqual([{ type: 'failed', failure: 'asks-for-more' }]);
    expect([rtc.done.includes('connect null'), rtc.done.at(-1)]).toEqual([false, 'disconnect']);
  });

  it('goes on where neither is asked for', async () => {
    await dialled();
    rtc.onSetup(media, 'none', null, []);
    expect(rtc.done.at(-1)).toBe('connect null');
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

describe('a node that moves us to another conference', () => {
  it('is followed without any PIN of the conference before, and says so', async () => {
    await dialled({ pin: '123456789012' });
    rtc.onConnect(new MediaStream());
    rtc.onCallTransfer('meet-b');
    expect([rtc.pin, signals.at(-1)]).toEqual([null, { type: 'transferred', alias: 'meet-b' }]);
  });

  it('asks for the PIN there, and after a wrong one it is called there again, and not here', async () => {
    const call = await dialled();
    rtc.onConnect(new MediaStream());
    rtc.onCallTransfer('meet-b');
    rtc.onSetup(media, 'required');
    call.enterPin('1234');
    rtc.onError('Call Failed: Invalid PIN');
    await vi.waitFor(() => expect(rtc.done.at(-1)).toContain('call meet-b at node'));
    expect(types().slice(-2)).toEqual(['transferred', 'pin-requested']);
  });

  it('and does not let us in is no connection that was lost', async () => {
    await dialled();
    rtc.onConnect(new MediaStream());
    rtc.onCallTransfer('meet-b');
    rtc.onError('Call Failed: Neither conference nor gateway found');
    expect(signals.at(-1)).toEqual({ type: 'failed', failure: 'refused' });
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

describe('sound and picture, which come after the node has taken the call', () => {
  /** A call that the node took while they were on their way like this. */
  async function taken(state: RTCIceConnectionState) {
    const peer = new Peer();
    peer.iceConnectionState = state;
    rtc.call = { pc: peer as unknown as RTCPeerConnection };
    await dialled();
    rtc.onConnect(new MediaStream());
    return peer;
  }
  const [blocked, lost] = ['media-blocked', 'connection-lost'].map((failure) => ({ type: 'failed', failure }));

  it('and never come, are blocked', async () => {
    await taken('checking');
    rtc.onError('Call Failed: ');
    expect([signals.at(-1), rtc.done.at(-1)]).toEqual([blocked, 'disconnect']);
  });

  it('and never come in a conference that the node moves us to, either', async () => {
    await taken('connected');
    rtc.onCallTransfer('meet-b');
    rtc.call = { pc: new Peer() as unknown as RTCPeerConnection };
    rtc.onConnect(new MediaStream());
    rtc.onError('Call Failed: ');
    expect(signals.at(-1)).toEqual(blocked);
  });

  it('and go again, are lost', async () => {
    const peer = await taken('checking');
    peer.becomes('connected');
    rtc.onConnect(new MediaStream()); // negotiated anew
    peer.becomes('failed');
    rtc.onError('Call Failed: ');
    expect(signals.at(-1)).toEqual(lost);
  });

  it.each(['connected', 'completed'] as const)('and were %s by then, are lost when they go', async (state) => {
    const peer = await taken(state);
    peer.becomes('failed');
    rtc.onError('Call Failed: ');
    expect(signals.at(-1)).toEqual(lost);
  });

  it('have nothing to do with a node that is out of reach after it took the call', async () => {
    await taken('checking');
    rtc.onError('Error connecting to conference');
    expect(signals.at(-1)).toEqual(lost);
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

  it.each([['blob:https://node/1'], [undefined], [null]])(
    '%j instead of a stream is a call without one',
    async (stream) => {
      await dialled();
      rtc.onConnect(stream);
      expect(signals).toEqual([{ type: 'connected', remoteStream: null, selfId: 'me' }]);
    },
  );

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
    expect(await one, 'hung up while the node had not answered').toBe(false);
  });

  it('a call out that the node does not answer has failed after a while, and with the connection at once', async () => {
    vi.useFakeTimers();
    const call = await dialled();
    const unanswered = call.dialOut('+47 1', 'auto');
    vi.advanceTimersByTime(15_000);
    expect(await unanswered).toBe(false);
    const interrupted = call.dialOut('+47 1', 'auto');
    rtc.onDisconnect('gone');
    expect(await interrupted).toBe(false);
    vi.useRealTimers();
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
