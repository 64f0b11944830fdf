import { beforeEach, describe, expect, it, vi } from 'vitest';
import { participant } from '@/lib/testing/participant';
import { silentCall } from '@/lib/testing/silent-call';
import type { Dial } from './call';
import type { CallPlan } from './call-plan';
import { CallSession } from './call-session';
import { allOff, type LocalMedia } from './media';
import { REJOIN_KEY } from './rejoin-key';

// The session with a browser that is not there: the site answers as a script says, the devices are counted.

const HOUR = 60 * 60 * 1000;
let requests: string[];
let answers: Record<string, () => Promise<Response>>;
let areDevicesOpen: boolean;
let stream: MediaStream | null;
let dialled: string[];
let tell: Parameters<Dial>[1];
let session: CallSession;

const devices: LocalMedia = {
  snapshot: () => ({ ...allOff, microphone: { status: 'on' }, camera: { status: 'on' } }),
  subscribe: () => () => {},
  open: async () => void (areDevicesOpen = true),
  turn: async () => {},
  choose: async () => {},
  chooseBackground: async () => {},
  listen: () => () => {},
  outgoing: () => stream,
  openScreen: async () => null,
  closeScreen: () => {},
  onReplaced: () => {},
  onScreenEnded: () => {},
  close: () => void (areDevicesOpen = false),
};
const dial: Dial = ({ alias }, report) => {
  dialled.push(alias);
  tell = report;
  return {
    ...silentCall,
    endForAll: () => void dialled.push('ended for all'),
    hangUp: () => void dialled.push('hung up'),
  };
};

function times() {
  const [now, validUntil] = [new Date().toISOString(), new Date(Date.now() + HOUR).toISOString()];
  return { validFrom: now, serverTime: now, validUntil };
}
let made = 0;
const createMeeting = async () =>
  Response.json({ ...times(), alias: `meet-${++made}`, joinUrl: '', state: 'open', hostKey: 'key' }, { status: 201 });
const joinMeeting = async () =>
  Response.json({ ...times(), node: 'node', alias: '', displayName: '', role: 'host', callTag: 'tag' });

beforeEach(() => {
  [requests, dialled, made, areDevicesOpen] = [[], [], 0, false];
  stream = { id: 'ours' } as MediaStream; // handed on untouched: only its identity matters
  answers = { 'POST /api/meetings': createMeeting };
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('fetch', (path: string, { method = 'GET' }: RequestInit) => {
    requests.push(`${method} ${path}`);
    const answer = answers[`${method} ${path}`] ?? (path.endsWith('/join') ? joinMeeting : undefined);
    return answer ? answer() : Promise.resolve(Response.json({}, { status: 500 }));
  });
  return () => {
    session.close();
    vi.unstubAllGlobals();
  };
});

function open(plan: Partial<CallPlan> = {}) {
  session = new CallSession({ meeting: null, displayName: '', isRemembered: false, ...plan }, devices, dial);
  session.open();
}
/** Holds an answer back until it is let go. */
function hold(request: string, answer: () => Promise<Response>): () => void {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  answers[request] = () => gate.then(answer);
  return letGo;
}
const connect = () => tell({ type: 'connected', remoteStream: null, selfId: 'me' });
const phase = () => session.snapshot().call.phase;

describe('joining', () => {
  it('makes a meeting, and calls it', async () => {
    open();
    await session.join('Dana');
    expect([dialled, phase()]).toEqual([['meet-1'], 'connecting']);
  });

  it('calls nobody where the panel was closed while the browser asked for the microphone', async () => {
    open();
    session.close();
    await session.join('Dana');
    expect([requests, phase()]).toEqual([[], 'lobby']);
  });

  it('fails in words and closes the devices where the browser cannot make what a call sends', async () => {
    stream = null;
    open();
    await session.join('Dana');
    expect(session.snapshot().call).toEqual({ phase: 'failed', failure: 'other' });
    expect([dialled, areDevicesOpen]).toEqual([[], false]);
  });
});

describe('what shows the call', () => {
  it('is fetched when somebody joins, not before', async () => {
    let fetched = 0;
    open({ loadScreen: async () => void fetched++ });
    expect(fetched).toBe(0);
    await session.join('Dana');
    expect([fetched, dialled]).toEqual([1, ['meet-1']]);
  });

  it('and where it cannot be had nobody is called, and trying again asks for it again', async () => {
    let isThere = false;
    open({ loadScreen: async () => (isThere ? undefined : Promise.reject(new Error('offline'))) });
    await session.join('Dana');
    expect(session.snapshot().call).toEqual({ phase: 'failed', failure: 'site-unreachable' });
    expect([dialled, areDevicesOpen]).toEqual([[], false]);
    isThere = true;
    await session.join('Dana');
    expect([dialled, made]).toEqual([['meet-1'], 1]);
  });
});

describe('cancelling while the meeting is being made', () => {
  it('closes the devices, calls nobody, and the next try gets the same meeting', async () => {
    const letGo = hold('POST /api/meetings', createMeeting);
    open();
    const first = session.join('Dana');
    session.leave();
    letGo();
    await first;
    expect([dialled, phase(), areDevicesOpen]).toEqual([[], 'ended', false]);

    session.startOver();
    await session.join('Dana');
    expect(dialled).toEqual(['meet-1']);
    expect(made).toBe(1);
  });

  it('and closing the panel takes the meeting off the desk', async () => {
    const letGo = hold('POST /api/meetings', createMeeting);
    open();
    const first = session.join('Dana');
    session.close();
    letGo();
    await first;
    await vi.waitFor(() => expect(requests).toContain('DELETE /api/meetings/meet-1'));
  });
});

describe('after a call', () => {
  it('a new one makes a new meeting', async () => {
    open();
    await session.join('Dana');
    connect();
    session.leave();
    session.startOver();
    await session.join('Dana');
    expect(dialled).toEqual(['meet-1', 'hung up', 'meet-2']);
  });

  it('rejoining goes back into the same meeting', async () => {
    open();
    await session.join('Dana');
    session.leave();
    session.rejoin();
    await vi.waitFor(() => expect(dialled).toEqual(['meet-1', 'hung up', 'meet-1']));
  });

  it('that a reload cut off goes on in the same meeting, and one after it makes a new one', async () => {
    open({ goesOnWith: { alias: 'meet-old', hostKey: 'key' }, joinsAtOnce: true, displayName: 'Dana' });
    await vi.waitFor(() => expect(dialled).toEqual(['meet-old']));
    session.leave();
    session.startOver();
    await session.join('Dana');
    expect(dialled).toEqual(['meet-old', 'hung up', 'meet-1']);
  });

  it('closing the panel leaves the meeting to the others', async () => {
    open();
    await session.join('Dana');
    connect();
    session.close();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(requests.filter((request) => request.startsWith('DELETE'))).toEqual([]);
  });

  it('is not followed by an open camera where the panel was closed while it was asked whether one may call again', async () => {
    open();
    await session.join('Dana');
    connect();
    session.leave();
    session.close();
    session.startOver();
    expect(areDevicesOpen).toBe(false);
  });

  it('whose page goes it can be gone back to, and not where it was left or never came to be', async () => {
    const kept = new Map<string, string>();
    const sessionStorage = {
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    };
    Object.assign(window, { sessionStorage });
    const memories = [];
    for (const last of ['page goes', 'leaves', 'gives up']) {
      open({ isRemembered: true });
      await session.join('Dana');
      if (last !== 'gives up') connect();
      if (last === 'leaves') session.leave();
      session.close();
      memories.push(kept.has(REJOIN_KEY));
    }
    expect(memories).toEqual([true, false, false]);
  });

  it('that never came through, the next try is of the same meeting, and closing the panel takes it off the desk', async () => {
    open();
    await session.join('Dana');
    tell({ type: 'failed', failure: 'media-blocked' });
    session.startOver();
    await session.join('Dana');
    expect([dialled.filter((step) => step !== 'hung up'), made]).toEqual([['meet-1', 'meet-1'], 1]);
    session.close();
    await vi.waitFor(() => expect(requests).toContain('DELETE /api/meetings/meet-1'));
  });

  it('a meeting that is gone gives way to a new one at the next try', async () => {
    open();
    answers['POST /api/meetings/meet-1/join'] = async () => Response.json({ code: 'ended' }, { status: 409 });
    await session.join('Dana');
    expect(session.snapshot().call).toEqual({ phase: 'failed', failure: 'ended' });
    await session.join('Dana');
    expect(dialled).toEqual(['meet-2']);
  });
});

describe('a page that goes', () => {
  const page = (type: string) => window.dispatchEvent(Object.assign(new Event(type), { persisted: true }));
  const withdrawn = async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    return requests.filter((request) => request.startsWith('DELETE'));
  };
  const before: Record<string, () => void> = {
    'still calls': () => {},
    'tells that the call failed': () => tell({ type: 'failed', failure: 'media-blocked' }),
    'was told to stop calling': () => session.leave(),
  };

  it.each(Object.keys(before))(
    'while it %s takes the meeting off the desk, and shown again makes a new one',
    async (at) => {
      open();
      await session.join('Dana');
      before[at]!();
      page('pagehide');
      expect(await withdrawn()).toEqual(['DELETE /api/meetings/meet-1']);
      page('pageshow');
      session.rejoin();
      await vi.waitFor(() => expect(dialled.at(-1)).toBe('meet-2'));
    },
  );

  it('in a call leaves the meeting to the others, and shown again goes back into it', async () => {
    open();
    await session.join('Dana');
    connect();
    page('pagehide');
    page('pageshow');
    session.rejoin();
    await vi.waitFor(() => expect(dialled).toEqual(['meet-1', 'hung up', 'meet-1']));
    expect(await withdrawn()).toEqual([]);
  });

  it('in a call that a reload cut off before, shown again goes back into that one', async () => {
    open({ goesOnWith: { alias: 'meet-old', hostKey: 'key' }, joinsAtOnce: true, displayName: 'Dana' });
    await vi.waitFor(() => expect(dialled).toEqual(['meet-old']));
    page('pagehide');
    page('pageshow');
    session.rejoin();
    await vi.waitFor(() => expect(dialled).toEqual(['meet-old', 'hung up', 'meet-old']));
    expect(await withdrawn()).toEqual([]);
  });
});

describe('while the call is on', () => {
  const meeting = (state: string, validUntil: string) => async () =>
    Response.json({ ...times(), alias: 'meet-1', topic: null, state, validUntil });

  beforeEach(() => {
    vi.useFakeTimers();
    return () => void vi.useRealTimers();
  });

  it('a cancelled meeting ends it within half a minute, and says so', async () => {
    open();
    await session.join('Dana');
    connect();
    answers['GET /api/meetings/meet-1'] = meeting('cancelled', times().validUntil);
    await vi.advanceTimersByTimeAsync(30_000 + 150); // and a moment for the page to say so before the node is told
    expect(session.snapshot().call).toEqual({ phase: 'ended', reason: 'cancelled' });
    expect([dialled.at(-1), areDevicesOpen]).toEqual(['hung up', false]);
  });

  describe('by a personal link that was withdrawn', () => {
    const withdrawn = async () =>
      Response.json({
        ...{ ...times(), alias: 'meet-a', topic: null, state: 'open' },
        invitation: { state: 'withdrawn' },
      });
    const joined = (role: string) => async () =>
      Response.json({ ...times(), node: 'node', alias: '', displayName: '', role, callTag: 'tag' });

    it.each([
      ['a guest is put out within half a minute, as by a Management Node', 'guest', 'ended', 'removed', 'hung up'],
      ['a host is not: a host key is not withdrawn with a link', 'host', 'in-call', undefined, 'meet-a'],
    ])('%s', async (_what, role, after, reason, done) => {
      answers['POST /api/meetings/meet-a/join'] = joined(role);
      open({ meeting: { alias: 'meet-a', hostKey: null, invitation: 'secret' } });
      await session.join('Dana');
      connect();
      answers['GET /api/meetings/meet-a?i=secret'] = withdrawn;
      await vi.advanceTimersByTimeAsync(30_000 + 150);
      expect(session.snapshot().call).toMatchObject({ phase: after, ...(reason && { reason }) });
      expect(dialled.at(-1)).toBe(done);
    });
  });

  it('a host’s panel ends a cancelled meeting for everybody, and hangs up once the node has had time for it', async () => {
    open();
    await session.join('Dana');
    connect();
    tell({ type: 'participant-changed', participant: participant({ role: 'host' }) });
    answers['GET /api/meetings/meet-1'] = meeting('cancelled', times().validUntil);
    await vi.advanceTimersByTimeAsync(30_000 + 1_000);
    expect([dialled, phase(), areDevicesOpen]).toEqual([['meet-1', 'ended for all'], 'ended', false]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(dialled.at(-1)).toBe('hung up');
  });

  it('a host’s panel that cannot ask our site leaves alone at the end: it may have been moved', async () => {
    open();
    await session.join('Dana');
    connect();
    tell({ type: 'participant-changed', participant: participant({ role: 'host' }) });
    await vi.advanceTimersByTimeAsync(HOUR + 5_000);
    expect(session.snapshot().call).toEqual({ phase: 'ended', reason: 'time-up' });
    expect(dialled).toEqual(['meet-1', 'hung up']);
  });

  it('a moved end is shown within half a minute', async () => {
    open();
    await session.join('Dana');
    connect();
    const moved = new Date(Date.now() + 2 * HOUR).toISOString();
    answers['GET /api/meetings/meet-1'] = meeting('open', moved);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(session.snapshot().meeting?.validUntilMs).toBe(Date.parse(moved));
    expect(phase()).toBe('in-call');
  });

  it('a site that does not answer changes nothing', async () => {
    open();
    await session.join('Dana');
    connect();
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(phase()).toBe('in-call');
    expect(requests.filter((request) => request.startsWith('GET'))).toHaveLength(20);
  });
});
