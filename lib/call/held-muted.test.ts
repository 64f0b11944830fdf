import { beforeEach, expect, it, vi } from 'vitest';
import { participant } from '@/lib/testing/participant';
import { scriptedMedia } from '@/lib/testing/scripted-media';
import { silentCall } from '@/lib/testing/silent-call';
import type { CallSignal, DialRequest } from './call';
import { CallSession } from './call-session';

// Whom a host holds muted must not be live by going out and in again.

let dials: { request: DialRequest; tell: (signal: CallSignal) => void }[];
let session: CallSession;

beforeEach(async () => {
  dials = [];
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('fetch', async () => {
    const [now, validUntil] = [new Date().toISOString(), new Date(Date.now() + 600_000).toISOString()];
    const meeting = { validFrom: now, serverTime: now, validUntil, alias: 'meet-a', topic: null, state: 'open' };
    return Response.json({ ...meeting, node: 'node', displayName: '', role: 'guest', callTag: 'tag' });
  });
  session = new CallSession(
    { meeting: { alias: 'meet-a', hostKey: null }, displayName: '', isRemembered: false },
    scriptedMedia(),
    (request, tell) => {
      dials.push({ request, tell });
      return silentCall;
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

it('whom the host has unmuted again comes back live', async () => {
  muted(true);
  muted(false);
  session.leave();
  session.rejoin();
  await vi.waitFor(() => expect(dials).toHaveLength(2));
  expect(dials[1]!.request.isMicrophoneMuted).toBe(false);
});
