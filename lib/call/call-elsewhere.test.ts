import { beforeEach, describe, expect, it, vi } from 'vitest';
import { scriptedMedia } from '@/lib/testing/scripted-media';
import { silentCall } from '@/lib/testing/silent-call';
import type { CallPlan } from './call-plan';
import { CallSession } from './call-session';
import type { OneTab } from './one-tab';
import type { CallToGoOn } from './rejoin-memory';

// A lobby while a call is on in another tab.

const there: CallToGoOn = {
  ...{ alias: 'meet-a', displayName: 'Dana', hostKey: null },
  ...{ isMicrophoneOn: true, isCameraOn: true },
};
let answer: CallToGoOn | null;
let dialled: { isMicrophoneMuted: boolean; isCameraMuted: boolean }[];
let media: ReturnType<typeof scriptedMedia>;
let session: CallSession;

const nothing = () => {};
const tabs: OneTab = {
  ...{ subscribe: () => nothing, snapshot: () => ({ tab: 'there', alias: 'meet-a' }), start: nothing, stop: nothing },
  ...{
    hold: nothing,
    release: nothing,
    bringHere: async () => answer,
    isElsewhere: async (alias) => alias === 'meet-a',
  },
};

beforeEach(() => {
  [answer, dialled, media] = [there, [], scriptedMedia()];
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('fetch', async () => {
    const now = new Date().toISOString();
    const times = { validFrom: now, serverTime: now, validUntil: new Date(Date.now() + 60_000).toISOString() };
    return Response.json({ ...times, node: 'node', alias: '', displayName: '', role: 'guest', callTag: 'tag' });
  });
  open();
  return () => {
    session.close();
    vi.unstubAllGlobals();
  };
});
function open(change: Partial<CallPlan> = {}) {
  const plan = { meeting: { alias: 'meet-a', hostKey: null }, displayName: '', isRemembered: true, ...change };
  session = new CallSession(plan, media, (request) => (dialled.push(request), silentCall), tabs);
  session.open();
}
const now = () => [media.snapshot().microphone.status, media.snapshot().camera.status];

it('no device is open behind the offer; whoever leaves the call there finds them as they were', () => {
  expect(now()).toEqual(['on', 'on']);
  const bringBack = session.setDevicesAside();
  expect(now()).toEqual(['off', 'off']);
  bringBack();
  expect(now()).toEqual(['on', 'on']);
});

it('a call that is brought here has the devices it had there, though none was open behind the offer', async () => {
  const bringBack = session.setDevicesAside();
  expect(await session.bringHere()).toBe(true);
  bringBack();
  expect([dialled, now()]).toEqual([
    [expect.objectContaining({ isMicrophoneMuted: false, isCameraMuted: false })],
    ['on', 'on'],
  ]);
});

it('but what was turned off here, before there was an offer, stays off', async () => {
  await session.turn('microphone', false);
  session.setDevicesAside();
  await session.bringHere();
  expect(dialled).toEqual([expect.objectContaining({ isMicrophoneMuted: true, isCameraMuted: false })]);
});

it('a tab that does not answer is told of, and the lobby is as it was', async () => {
  answer = null;
  session.setDevicesAside();
  expect(await session.bringHere()).toBe(false);
  expect([session.snapshot().call.phase, now(), dialled]).toEqual(['lobby', ['on', 'on'], []]);
});

it('a call that belongs elsewhere is hung up there, and the lobby is as it was', async () => {
  answer = { ...there, alias: 'meet-b' };
  session.setDevicesAside();
  expect(await session.bringHere()).toBe(true);
  expect([session.snapshot().call.phase, now(), dialled]).toEqual(['lobby', ['on', 'on'], []]);
});

it.each([['answers', there] as const, ['stays silent', null] as const])(
  'whoever closes the panel while the other tab is asked has no device open behind them, though it %s',
  async (_, answered) => {
    answer = answered;
    const brought = session.bringHere();
    session.close();
    await brought;
    expect([session.snapshot().call.phase, now(), dialled]).toEqual(['lobby', ['off', 'off'], []]);
  },
);

describe('a tab that remembers a call', () => {
  const goOnWith = (alias: string) => {
    session.close();
    open({ goesOnWith: { alias, hostKey: null }, joinsAtOnce: true, displayName: 'Dana' });
  };

  it('and was duplicated, while the call is on in the other, does not dial it again, but can bring it here', async () => {
    goOnWith('meet-a');
    expect(session.snapshot().call.phase).toBe('connecting');
    await vi.waitFor(() => expect(session.snapshot().call).toEqual({ phase: 'ended', reason: 'taken-over' }));
    expect([dialled, now()]).toEqual([[], ['off', 'off']]);
    expect(await session.bringHere()).toBe(true);
    expect([dialled.length, now()]).toEqual([1, ['on', 'on']]);
  });

  it('and was reloaded goes on at once', async () => {
    goOnWith('meet-b');
    await vi.waitFor(() => expect(dialled).toHaveLength(1));
  });

  it('dials nothing when one leaves before that is known', async () => {
    goOnWith('meet-b');
    session.leave();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect([session.snapshot().call, dialled]).toEqual([{ phase: 'ended', reason: 'left' }, []]);
  });
});
