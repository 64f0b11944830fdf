import { beforeEach, describe, expect, it, vi } from 'vitest';
import { participant } from '@/lib/testing/participant';
import { silentCall } from '@/lib/testing/silent-call';
import type { CallSignal, Dial, DialRequest } from './call';
import type { CallPlan } from './call-plan';
import { CallSession } from './call-session';
import type { CallFailure } from './failures';
import { allOff, type LocalMedia, type MediaSnapshot } from './media';

// A session whose network, site and nodes come and go, by a clock that the tests move.

const HOUR = 60 * 60 * 1000;
// Each test has a day of its own: which nodes failed a minute ago is remembered beyond the call.
let day = Date.parse('2026-01-01T09:00:00Z');
/** What is there now. */
let world: { unknown?: string; site: boolean; nodes: string[]; online: boolean; state: string; validUntil: string };
/** How long an answer, or its failing, takes. */
let answerMs: number;
/** What was done, in order; a dial carries its number. */
let done: string[];
let dials: { request: DialRequest; tell: (signal: CallSignal) => void }[];
let devices: MediaSnapshot;
let session: CallSession;

const is = (on: boolean) => ({ status: on ? ('on' as const) : ('off' as const) });
const media: LocalMedia = {
  snapshot: () => devices,
  subscribe: () => () => {},
  open: async ({ microphone, camera }) =>
    void (devices = { ...allOff, microphone: is(microphone), camera: is(camera) }),
  turn: async (device, on) => void (devices = { ...devices, [device]: is(on) }),
  choose: async () => {},
  chooseBackground: async () => {},
  listen: () => () => {},
  outgoing: () => ({ id: 'ours' }) as MediaStream, // handed on untouched
  openScreen: async () => null,
  closeScreen: () => void done.push('screen closed'),
  onReplaced: () => {},
  onScreenEnded: () => {},
  close: () => void (devices = allOff),
};
const dial: Dial = (request, tell) => {
  const number = dials.push({ request, tell });
  done.push(`dial ${number} at ${request.node.host}`);
  return {
    ...silentCall,
    enterPin: (pin) => void done.push(`pin ${pin}`),
    hangUp: () => void done.push(`hang up ${number}`),
  };
};

function answer(path: string): Response {
  if (world.unknown && path.includes(world.unknown)) return Response.json({ code: 'not-found' }, { status: 404 });
  const now = new Date().toISOString();
  const meeting = { validFrom: now, serverTime: now, validUntil: world.validUntil, alias: 'meet-a' };
  if (!path.endsWith('/join')) return Response.json({ ...meeting, topic: null, state: world.state });
  const ticket = {
    nodes: ['a', 'b', ...world.nodes],
    node: 'a',
    displayName: '',
    role: 'guest',
    callTag: `tag ${dials.length + 1}`,
  };
  return Response.json({ ...meeting, ...ticket });
}

beforeEach(() => {
  vi.useFakeTimers({ now: (day += 24 * HOUR) });
  const validUntil = new Date(Date.now() + HOUR).toISOString();
  world = { site: true, nodes: ['a', 'b'], online: true, state: 'open', validUntil };
  [done, dials, devices, answerMs] = [[], [], allOff, 0];
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('navigator', {
    get onLine() {
      return world.online;
    },
  });
  vi.stubGlobal('fetch', async (url: string) => {
    if (answerMs) await new Promise((resolve) => setTimeout(resolve, answerMs));
    const node = /^https:\/\/(\w+)\/api\/client/.exec(url)?.[1];
    const isThere = world.online && (node ? world.nodes.includes(node) : world.site);
    if (!isThere) throw new TypeError('Failed to fetch');
    return node ? new Response() : answer(url);
  });
  return async () => {
    session.close();
    await seconds(200); // whatever is still to be hung up
    vi.unstubAllGlobals();
    vi.useRealTimers();
  };
});

const state = () => session.snapshot().call;
const link = () => {
  const now = state();
  return now.phase === 'in-call' ? now.link : now.phase === 'ended' ? now.reason : now.phase;
};
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);
const tell = (signal: CallSignal) => dials.at(-1)!.tell(signal);
const connected: CallSignal = { type: 'connected', remoteStream: null, selfId: 'me' };
const lost: CallSignal = { type: 'failed', failure: 'connection-lost' };
const failed = (failure: CallFailure): CallSignal => ({ type: 'failed', failure });
const hosts = () => dials.map(({ request }) => request.node.host);

function network(isThere: boolean) {
  world.online = isThere;
  window.dispatchEvent(new Event(isThere ? 'online' : 'offline'));
}

async function calling(plan: Partial<CallPlan> = {}) {
  const meeting = { alias: 'meet-a', hostKey: null };
  session = new CallSession({ meeting, displayName: '', isRemembered: false, ...plan }, media, dial);
  session.open();
  await session.join('Dana');
}

async function inCall(plan: Partial<CallPlan> = {}) {
  await calling(plan);
  tell(connected);
  tell({ type: 'participant-changed', participant: participant() });
  done = [];
}

describe('a call whose network goes', () => {
  it('is mended by the client itself where that can be', async () => {
    await inCall();
    tell({ type: 'media-interrupted' });
    await seconds(7);
    tell({ type: 'media-restored' });
    await seconds(60);
    expect([link(), done]).toEqual(['steady', []]);
  });

  it('is dialled anew when the client does not get it back, the old self leaving first', async () => {
    await inCall();
    tell({ type: 'media-interrupted' });
    expect(link()).toBe('interrupted');
    await seconds(8);
    expect([link(), done]).toEqual(['redialling', ['screen closed', 'hang up 1', 'dial 2 at a']]);
    tell(connected);
    expect(link()).toBe('steady');
  });

  it('waits for the network, and is back at once when it is', async () => {
    await inCall();
    network(false);
    tell({ type: 'media-interrupted' });
    await seconds(20);
    tell(lost);
    await seconds(20);
    expect([link(), done.filter((step) => step !== 'screen closed')]).toEqual(['redialling', []]);
    network(true);
    await seconds(0);
    expect(done.slice(-2)).toEqual(['hang up 1', 'dial 2 at a']);
    expect(dials.at(-1)!.request.callTag).not.toBe(dials[0]!.request.callTag);
  });

  it('comes back with the people, the name and the devices as they are now', async () => {
    await inCall();
    tell({ type: 'message', message: { sender: null, text: 'hello', isPrivate: false, atMs: 0 } });
    await media.turn('camera', false);
    tell(lost);
    await seconds(0);
    const { request } = dials.at(-1)!;
    expect([request.displayName, request.isMicrophoneMuted, request.isCameraMuted]).toEqual(['Dana', false, true]);
    const now = state();
    expect(now.phase === 'in-call' && [now.conference.messages.length, now.conference.roster.people.size]).toEqual([
      1, 1,
    ]);
  });

  it('comes back muted where a host had muted one', async () => {
    await inCall();
    tell({ type: 'participant-changed', participant: participant({ isMuted: true, isMutedByHost: true }) });
    tell(lost);
    await seconds(0);
    expect(dials.at(-1)!.request.isMicrophoneMuted).toBe(true);
    expect(devices.microphone).toEqual({ status: 'off' });
  });

  it('is rejoined by hand with a microphone that was muted still muted, though it was unplugged meanwhile', async () => {
    await inCall();
    await session.turn('microphone', false);
    devices = { ...devices, microphone: { status: 'failed', problem: 'missing' } };
    session.leave();
    session.rejoin();
    await seconds(0);
    expect([dials.length, dials.at(-1)!.request.isMicrophoneMuted, devices.microphone]).toEqual([2, true, is(false)]);
  });

  it('comes back with the PIN that was typed', async () => {
    await inCall();
    session.enterPin('1234');
    tell(lost);
    await seconds(0);
    expect(dials.at(-1)!.request.pin).toBe('1234');
  });

  it('nothing of the old call is heard any more', async () => {
    await inCall();
    tell(lost);
    await seconds(0);
    tell(connected);
    dials[0]!.tell(lost);
    dials[0]!.tell({ type: 'participant-left', id: 'me' });
    expect([link(), dials.length]).toEqual(['steady', 2]);
  });

  it.each(['Invalid token', 'Timer expired awaiting token refresh', 'Media node disconnected'])(
    'is dialled anew when the node has given us up: %s',
    async (reason) => {
      await inCall();
      tell({ type: 'disconnected', reason });
      await seconds(0);
      expect([link(), dials.length]).toEqual(['redialling', 2]);
    },
  );

  it('is not dialled anew by someone who was put out', async () => {
    await inCall();
    tell({ type: 'disconnected', reason: 'Disconnected by another participant' });
    await seconds(60);
    expect([link(), dials.length]).toEqual(['removed', 1]);
  });

  it('tries again with a growing pause when the new call fails, and never two at a time', async () => {
    await inCall();
    tell(lost);
    await seconds(0);
    tell({ type: 'failed', failure: 'busy' });
    await seconds(0.9);
    expect(dials).toHaveLength(2);
    await seconds(0.2);
    tell({ type: 'failed', failure: 'busy' });
    await seconds(1.9);
    expect(dials).toHaveLength(3);
    await seconds(0.2);
    expect([dials.length, link()]).toEqual([4, 'redialling']);
  });

  it('tries again where the meeting is full, perhaps of the old self, and says so once that is gone for certain', async () => {
    await inCall();
    tell(lost);
    for (let second = 0; second < 119; second++) {
      await seconds(1);
      tell({ type: 'failed', failure: 'full' });
    }
    expect([link(), dials.length > 10]).toEqual(['redialling', true]);
    await seconds(10);
    tell({ type: 'failed', failure: 'full' });
    expect(state()).toEqual({ phase: 'failed', failure: 'full' });
  });

  it('a new call that hangs is given up for another', async () => {
    await inCall();
    tell(lost);
    await seconds(30);
    expect(dials.length).toBeGreaterThan(2);
    expect(done).toContain('hang up 2');
  });

  it('a new call that the network went from under is given up once the network is back', async () => {
    await inCall();
    tell(lost);
    await seconds(1);
    network(false);
    await seconds(1);
    expect(dials).toHaveLength(2);
    network(true);
    await seconds(0);
    expect(done.slice(-2)).toEqual(['hang up 2', 'dial 3 at a']);
  });

  it('calls that hold for a moment only do not follow each other without a pause', async () => {
    await inCall();
    for (let call = 0; call < 4; call++) {
      tell(lost);
      await seconds(0);
      if (link() === 'redialling') tell(connected);
    }
    expect(dials.length).toBeLessThan(4);
  });

  it('asks for the PIN in a call of its own when it has changed meanwhile', async () => {
    await inCall();
    tell(lost);
    await seconds(0);
    tell({ type: 'pin-requested', isOptional: false });
    expect(state()).toEqual({ phase: 'ended', reason: 'connection-lost' });
  });
});

describe('a call that does not come back', () => {
  it('ends after five minutes, to be rejoined by hand', async () => {
    await inCall();
    world.nodes = [];
    tell(lost);
    await seconds(299);
    expect(link()).toBe('redialling');
    await seconds(2);
    expect([link(), devices]).toEqual(['connection-lost', allOff]);
  });

  it('is waited for while there is no network, and for five minutes after that', async () => {
    await inCall();
    world.nodes = [];
    network(false);
    tell(lost);
    await seconds(20 * 60);
    network(true);
    await seconds(299);
    expect(link()).toBe('redialling');
    await seconds(2);
    expect(link()).toBe('connection-lost');
  });

  it('ends five minutes after the first loss, though new calls hold for a moment', async () => {
    await inCall();
    for (let second = 0; second < 302; second++) {
      if (link() === 'steady') tell(lost);
      await seconds(1);
      if (link() === 'redialling') tell(connected);
    }
    expect(link()).toBe('connection-lost');
  });

  const interrupted: CallSignal = { type: 'media-interrupted' };
  it.each([
    ['the client gives up', [lost]],
    ['sound and picture stand still before the client gives up', [interrupted, lost]],
    ['they were back for a moment before', [interrupted, { type: 'media-restored' } as const, interrupted, lost]],
    ['they stand still, and the client never gives up', [interrupted]],
  ])('does so where new calls hold for 15 seconds: %s', async (_what, signals) => {
    await inCall();
    for (let second = 0; second < 330 && state().phase === 'in-call'; second++) {
      if (link() === 'redialling') tell(connected);
      if (second % 15 === 0) for (const signal of signals) if (state().phase === 'in-call') tell(signal);
      await seconds(1);
    }
    expect(link()).toBe('connection-lost');
    expect(dials.length).toBeLessThan(25);
    expect(hosts()).toContain('b'); // the calls by the first do not hold
  });

  it('has five minutes of its own once the network was away meanwhile', async () => {
    await inCall();
    tell(lost);
    await seconds(0);
    tell(connected);
    await seconds(30);
    network(false);
    tell({ type: 'media-interrupted' });
    await seconds(10 * 60);
    network(true);
    tell(lost);
    await seconds(0);
    expect([link(), dials.length]).toEqual(['redialling', 3]);
  });

  it('ends with its meeting, though nobody can be asked', async () => {
    world.validUntil = new Date(Date.now() + 60_000).toISOString();
    await inCall();
    network(false);
    tell(lost);
    await seconds(62);
    expect(link()).toBe('time-up');
  });

  it.each([
    ['while the client still tries', { type: 'media-interrupted' } as const, 1],
    ['while a new call is being tried', lost, 2],
  ])('ends with its meeting %s, and the node hears of it when it is there again', async (_what, trouble, number) => {
    world.validUntil = new Date(Date.now() + 60_000).toISOString();
    await inCall();
    answerMs = 300;
    await seconds(50);
    tell(trouble);
    await seconds(2);
    expect(dials).toHaveLength(number);
    network(false);
    await seconds(9);
    expect(link()).toBe('time-up');
    expect(done).not.toContain(`hang up ${number}`); // it would block the page, in vain
    network(true);
    await seconds(4);
    expect(done).toContain(`hang up ${number}`);
  });

  it.each(['cancelled', 'ended'])('says so when the meeting is %s meanwhile', async (what) => {
    await inCall();
    network(false);
    tell(lost);
    await seconds(5);
    world.state = what;
    network(true);
    await seconds(0);
    expect([link(), dials.length]).toEqual([what === 'ended' ? 'time-up' : what, 1]);
  });

  it('says so when one may not come in any more', async () => {
    await inCall();
    tell(lost);
    await seconds(0);
    tell({ type: 'failed', failure: 'not-allowed' });
    expect(state()).toEqual({ phase: 'failed', failure: 'not-allowed' });
  });

  it('is left at once, and the node hears of it when it is there again', async () => {
    await inCall();
    network(false);
    tell(lost);
    await seconds(3);
    session.leave();
    expect([link(), devices]).toEqual(['left', allOff]);
    await seconds(10);
    expect(done).not.toContain('hang up 1'); // it would block the page, in vain
    network(true);
    await seconds(3);
    expect([done.filter((step) => step !== 'screen closed'), link()]).toEqual([['hang up 1'], 'left']);
  });

  it('is gone back into by hand once the node has heard that the old self has left', async () => {
    await inCall();
    network(false);
    tell(lost);
    await seconds(3);
    session.leave();
    await seconds(0.5);
    answerMs = 300;
    network(true);
    session.rejoin();
    await seconds(1.5);
    expect(done.filter((step) => step !== 'screen closed')).toEqual(['hang up 1', 'dial 2 at a']);
  });
});

describe('a node that is gone', () => {
  it('at the first dial gives way to the next of the list', async () => {
    world.nodes = ['b'];
    await inCall();
    expect(dials.map(({ request }) => request.node.host)).toEqual(['b']);
  });

  it('though it answered a moment ago, as well', async () => {
    await calling();
    tell({ type: 'failed', failure: 'node-unreachable' });
    await seconds(0);
    expect([dials.map(({ request }) => request.node.host), link()]).toEqual([['a', 'b'], 'connecting']);
    tell({ type: 'failed', failure: 'node-unreachable' });
    await seconds(0);
    expect(state()).toEqual({ phase: 'failed', failure: 'node-unreachable' });
  });

  it('is out of reach when it says nothing at all', async () => {
    await calling();
    await seconds(31);
    expect([dials.length, state()]).toEqual([2, { phase: 'failed', failure: 'node-unreachable' }]);
  });

  it('gives way to the next as well when it speaks, but sound and picture never come', async () => {
    await calling();
    tell({ type: 'sync-began' });
    await seconds(19);
    tell({ type: 'sync-ended' }); // no reason to wait for longer
    expect(dials).toHaveLength(1);
    await seconds(2);
    expect([dials.length, link()]).toEqual([2, 'connecting']);
    tell({ type: 'sync-began' });
    await seconds(21);
    expect(state()).toEqual({ phase: 'failed', failure: 'node-unreachable' });
  });

  it('is waited for while a PIN is typed, and no longer than ever after that', async () => {
    await calling();
    tell({ type: 'pin-requested', isOptional: false });
    await seconds(10 * 60);
    expect([dials.length, link()]).toEqual([1, 'awaiting-pin']);
    session.enterPin('1234');
    await seconds(21);
    expect([dials.length, dials.at(-1)!.request.pin]).toEqual([2, '1234']);
  });

  it('is not given up in a call that is up', async () => {
    await inCall();
    session.enterPin('1234');
    tell({ type: 'sync-began' });
    await seconds(60);
    expect([link(), dials.length]).toEqual(['steady', 1]);
  });

  it('in the middle of a call gives way to the next, and is told once it is back', async () => {
    await inCall();
    const { host } = dials[0]!.request.node;
    world.nodes = world.nodes.filter((each) => each !== host);
    tell(lost);
    await seconds(2);
    expect(dials.at(-1)!.request.node.host).not.toBe(host);
    tell(connected);
    expect(done).not.toContain('hang up 1');
    world.nodes.push(host);
    await seconds(3);
    expect([done.at(-1), link()]).toEqual(['hang up 1', 'steady']);
  });
});

describe('a node that answers, and yet is of no use', () => {
  it.each(['busy', 'media-blocked', 'connection-lost'] as const)(
    'gives way to the next where it says %s, and is told where that says so too',
    async (failure) => {
      await calling();
      tell(failed(failure));
      await seconds(0);
      expect([hosts(), link()]).toEqual([['a', 'b'], 'connecting']);
      tell(failed(failure));
      await seconds(0);
      expect([dials.length, state()]).toEqual([2, { phase: 'failed', failure }]);
    },
  );

  it('is not tried again right away by hand', async () => {
    await calling();
    tell(failed('busy'));
    await seconds(0);
    tell(failed('full'));
    session.rejoin();
    await seconds(0);
    expect(hosts()).toEqual(['a', 'b', 'b']);
  });

  it.each(['busy', 'media-blocked', 'connection-lost'] as const)(
    'gives way to the next in a redial where it says %s',
    async (failure) => {
      await inCall();
      tell(lost);
      await seconds(0);
      tell(failed(failure));
      await seconds(1);
      expect(hosts()).toEqual(['a', 'a', 'b']);
    },
  );

  it('gives way to the next where it takes a new call and never gets on with it', async () => {
    await inCall();
    tell(lost);
    await seconds(1);
    tell({ type: 'sync-began' });
    await seconds(20);
    expect(hosts()).toEqual(['a', 'a', 'b']);
  });

  it('by which sound and picture never came, though it took the call, gives way to one other', async () => {
    await inCall();
    await seconds(15);
    tell({ type: 'media-interrupted' }); // as their way fails, which is told first or second
    tell(failed('media-blocked'));
    expect(link()).toBe('redialling');
    await seconds(0);
    expect(hosts()).toEqual(['a', 'b']);
    await seconds(10); // and the client’s patience with the first is at an end
    expect(dials).toHaveLength(2);
    tell(connected);
    tell(failed('media-blocked'));
    await seconds(60);
    expect([dials.length, state()]).toEqual([2, { phase: 'failed', failure: 'media-blocked' }]);
  });

  it('… and of three no third, for each takes half a minute', async () => {
    world.nodes = ['a', 'b', 'c'];
    await inCall();
    for (let call = 0; call < 2; call++) {
      tell(failed('media-blocked'));
      await seconds(0);
    }
    expect([dials.length, state()]).toEqual([2, { phase: 'failed', failure: 'media-blocked' }]);
  });

  it('… and is called on for five minutes where a call was up before', async () => {
    await inCall();
    await seconds(120);
    tell(lost);
    await seconds(0);
    tell(connected);
    await seconds(15);
    tell(failed('media-blocked'));
    await seconds(1);
    expect([link(), hosts()]).toEqual(['redialling', ['a', 'a', 'b']]);
  });
});

describe('a machine that sleeps', () => {
  it('longer than the token lives dials anew as it wakes', async () => {
    await inCall();
    vi.setSystemTime(Date.now() + 10 * 60_000);
    await seconds(1);
    expect([link(), dials.length]).toEqual(['redialling', 2]);
  });

  it('… and comes back neither heard nor seen: nobody is sure to sit there', async () => {
    await inCall();
    vi.setSystemTime(Date.now() + 10 * 60_000);
    await seconds(1);
    const { isMicrophoneMuted, isCameraMuted } = dials.at(-1)!.request;
    expect([dials.length, isMicrophoneMuted, isCameraMuted]).toEqual([2, true, true]);
    expect([devices.microphone, devices.camera]).toEqual([is(false), is(false)]);
  });

  it('for a moment leaves the client to it', async () => {
    await inCall();
    vi.setSystemTime(Date.now() + 60_000);
    await seconds(5);
    expect([link(), dials.length]).toEqual(['steady', 1]);
    expect([devices.microphone, devices.camera]).toEqual([is(true), is(true)]);
  });

  it('through the meeting’s end says so', async () => {
    await inCall();
    world.state = 'ended';
    vi.setSystemTime(Date.now() + 2 * HOUR);
    await seconds(1);
    expect(link()).toBe('time-up');
  });
});

describe('a node that moves us to another conference', () => {
  const moved: CallSignal = { type: 'transferred', alias: 'meet-b' };

  it('begins anew there, with its people and its PIN', async () => {
    await inCall();
    tell(moved);
    expect(link()).toBe('connecting');
    tell({ type: 'pin-requested', isOptional: false });
    expect(state()).toEqual({ phase: 'awaiting-pin', isOptional: false, isRejected: false });
    session.enterPin('1234');
    tell(connected);
    expect([link(), done]).toEqual(['steady', ['screen closed', 'pin 1234']]);
    const now = state();
    expect(now.phase === 'in-call' && now.conference.roster.people.size).toBe(0);
  });

  it('leaves the old meeting behind: neither its end nor its cancelling ends the call', async () => {
    await inCall();
    [world.state, world.unknown] = ['cancelled', 'meet-b'];
    tell(moved);
    tell(connected);
    await seconds(2 * 60 * 60);
    expect([link(), session.snapshot().meeting, dials.length]).toEqual(['steady', null, 1]);
  });

  it('is followed to its end where our site knows it', async () => {
    await inCall();
    tell(moved);
    tell(connected);
    world.state = 'ended';
    await seconds(31);
    expect(link()).toBe('time-up');
  });

  it('shows the time that is left there, and to whom one can say so, where our site knows it', async () => {
    await inCall();
    world.validUntil = new Date(Date.now() + 2 * HOUR).toISOString();
    tell(moved);
    tell(connected);
    await seconds(0);
    expect(session.snapshot().meeting).toEqual({
      ...{ alias: 'meet-b', hostKey: null, role: 'guest', callTag: null },
      validUntilMs: Date.parse(world.validUntil),
    });
    world.validUntil = new Date(Date.now() + 3 * HOUR).toISOString();
    await seconds(30);
    expect(session.snapshot().meeting?.validUntilMs).toBe(Date.parse(world.validUntil));
  });

  it('is dialled anew there when the connection is lost', async () => {
    await inCall();
    tell(moved);
    tell(connected);
    tell(lost);
    await seconds(0);
    expect(dials.map(({ request }) => request.alias)).toEqual(['meet-a', 'meet-b']);
  });

  it('and which our site does not know is a connection lost, and no cancelled meeting', async () => {
    await inCall();
    tell(moved);
    tell(connected);
    world.unknown = 'meet-b';
    tell(lost);
    await seconds(0);
    expect([link(), dials.length]).toEqual(['connection-lost', 1]);
  });

  it('and puts us out there ends the call by its own words', async () => {
    await inCall();
    tell(moved);
    tell(connected);
    world.site = false;
    tell({ type: 'disconnected', reason: 'Disconnected by another participant' });
    await seconds(3);
    expect(link()).toBe('removed');
  });

  it('leaves muted whom a host held muted', async () => {
    await inCall();
    tell({ type: 'participant-changed', participant: participant({ isMuted: true, isMutedByHost: true }) });
    tell(moved);
    expect(devices.microphone).toEqual({ status: 'off' });
  });
});

describe('a page that goes', () => {
  const go = () => window.dispatchEvent(new Event('pagehide'));
  const comeBack = () => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));

  it('hangs up there and then, and is shown again without a call', async () => {
    await inCall();
    go();
    expect([done, devices]).toEqual([['hang up 1'], allOff]);
    comeBack();
    await seconds(60);
    expect([state(), dials.length]).toEqual([{ phase: 'ended', reason: 'page-left' }, 1]);
  });

  it('while a call is being dialled anew does not find it dialled when it is shown again', async () => {
    await inCall();
    network(false);
    tell(lost);
    await seconds(1);
    go();
    comeBack();
    network(true);
    await seconds(60);
    expect([state(), dials.length]).toEqual([{ phase: 'ended', reason: 'page-left' }, 1]);
  });

  it('while the ticket is on its way is not called with it later', async () => {
    session = new CallSession(
      { meeting: { alias: 'meet-a', hostKey: null }, displayName: '', isRemembered: false },
      media,
      dial,
    );
    session.open();
    const joining = session.join('Dana');
    go();
    await joining;
    expect([state(), dials.length]).toEqual([{ phase: 'ended', reason: 'page-left' }, 0]);
  });
});
