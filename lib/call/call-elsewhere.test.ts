import { beforeEach, expect, it, vi } from 'vitest';
import { scriptedMedia } from '@/lib/testing/scripted-media';
import { silentCall } from '@/lib/testing/silent-call';
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
  ...{ subscribe: () => nothing, snapshot: () => ({ alias: 'meet-a' }), start: nothing, stop: nothing },
  ...{ hold: nothing, release: nothing, bringHere: async () => answer },
};

beforeEach(() => {
  [answer, dialled, media] = [there, [], scriptedMedia()];
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('fetch', async () => {
    const now = new Date().toISOString();
    const times = { validFrom: now, serverTime: now, validUntil: new Date(Date.now() + 60_000).toISOString() };
    return Response.json({ ...times, node: 'node', alias: '', displayName: '', role: 'guest', callTag: 'tag' });
  });
  const plan = { meeting: { alias: 'meet-a', hostKey: null }, displayName: '', isRemembered: true };
  session = new CallSession(plan, media, (request) => (dialled.push(request), silentCall), tabs);
  session.open();
  return () => {
    session.close();
    vi.unstubAllGlobals();
  };
});
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
