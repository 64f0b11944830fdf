import { beforeEach, describe, expect, it, vi } from 'vitest';
import { participant } from '@/lib/testing/participant';
import { scriptedMedia } from '@/lib/testing/scripted-media';
import { silentCall } from '@/lib/testing/silent-call';
import type { CallSignal, DialRequest } from './call';
import { CallSession } from './call-session';

// Whom a host holds muted must not be live by going out and in again, nor because a host lifts it.

let dials: { request: DialRequest; tell: (signal: CallSignal) => void }[];
let session: CallSession;
let media: ReturnType<typeof scriptedMedia>;
let asked: string[];

beforeEach(async () => {
  [dials, asked, media] = [[], [], scriptedMedia()];
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('fetch', async () => {
    const [now, validUntil] = [new Date().toISOString(), new Date(Date.now() + 600_000).toISOString()];
    const meeting = { validFrom: now, serverTime: now, validUntil, alias: 'meet-a', topic: null, state: 'open' };
    return Response.json({ ...meeting, node: 'node', displayName: '', role: 'guest', callTag: 'tag' });
  });
  session = new CallSession(
    { meeting: { alias: 'meet-a', hostKey: null }, displayName: '', isRemembered: false },
    media,
    (request, tell) => {
      dials.push({ request, tell });
      return { ...silentCall, setMutedFor: (id, isMuted) => void asked.push(`mute ${id} ${isMuted}`) };
    },
  );
  session.open();
  await session.join('Dana');
  tell({ type: 'connected', remoteStream: null, selfId: 'me' });
  return () => {
    session.close();
    vi.unstubAllGlobals();
  };
});

const tell = (signal: CallSignal) => dials[0]!.tell(signal);
const muted = (isMutedByHost: boolean) =>
  tell({ type: 'participant-changed', participant: participant({ isMuted: isMutedByHost, isMutedByHost }) });
const microphone = () => media.snapshot().microphone.status;
const page = (type: string) => window.dispatchEvent(Object.assign(new Event(type), { persisted: true }));

const waysOut: Record<string, () => void> = {
  leaves: () => session.leave(),
  'leaves the page and comes back': () => ['pagehide', 'pageshow'].forEach(page),
  'is put out': () => tell({ type: 'disconnected', reason: 'All conference hosts departed hosted conference' }),
  fails: () => tell({ type: 'failed', failure: 'not-allowed' }),
};

it.each(Object.keys(waysOut))('who is held muted, %s and rejoins by hand is muted', async (way) => {
  muted(true);
  waysOut[way]!();
  await vi.waitFor(() => expect(session.snapshot().call.phase).toMatch(/ended|failed/));
  session.rejoin();
  await vi.waitFor(() => expect(dials).toHaveLength(2));
  expect(dials[1]!.request).toMatchObject({ isMicrophoneMuted: true, isCameraMuted: false });
});

it('whom the host has unmuted again is off by themself, and so after coming back, until they press', async () => {
  muted(true);
  expect(microphone()).toBe('off');
  muted(false);
  expect(microphone()).toBe('off');
  session.leave();
  session.rejoin();
  await vi.waitFor(() => expect(dials).toHaveLength(2));
  expect(dials[1]!.request.isMicrophoneMuted).toBe(true);
  await session.turn('microphone', true);
  expect(microphone()).toBe('on');
});

it.each(['on', 'starting', 'failed'] as const)('a microphone that is %s when the host mutes is off', (status) => {
  media.change({ microphone: status === 'failed' ? { status, problem: 'missing' } : { status } });
  muted(true);
  expect(microphone()).toBe('off');
});

it('nothing turns it on while a host holds it', async () => {
  muted(true);
  await session.turn('microphone', true);
  muted(true);
  expect(microphone()).toBe('off');
});

describe('who lifts it themself', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    muted(true);
    session.unmute('me');
    return () => void vi.useRealTimers();
  });

  it('is heard once the node agrees, and not before', () => {
    expect([asked, microphone()]).toEqual([['mute me false'], 'off']);
    muted(true);
    expect(microphone()).toBe('off');
    muted(false);
    expect(microphone()).toBe('on');
  });

  it('and was refused is not live when a host lifts it later', () => {
    vi.advanceTimersByTime(5_000);
    muted(false);
    expect(microphone()).toBe('off');
  });

  it('and is muted again right after stays muted', () => {
    [false, true, false].forEach(muted);
    expect(microphone()).toBe('off');
  });

  it('and leaves at once has no microphone on', () => {
    session.leave();
    expect(microphone()).toBe('off');
  });
});
