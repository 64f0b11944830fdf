import { describe, expect, it } from 'vitest';
import { participant } from '@/lib/testing/participant';
import { endWarning, knownIn, newsBetween } from './call-news';
import { nextCallState, type CallEvent, type CallState } from './call-machine';
import type { NewMessage } from './chat';
import type { Participant } from './roster';

type InCall = Extract<CallState, { phase: 'in-call' }>;
const has = (change: Partial<Participant> = {}): CallEvent => ({
  type: 'participant-changed',
  participant: participant(change),
});
const replay = (...people: CallEvent[]): CallEvent[] => [{ type: 'sync-began' }, ...people, { type: 'sync-ended' }];
const anna = { id: 'anna', name: 'Anna' };
const joined: CallEvent[] = [{ type: 'joining' }, { type: 'connected', remoteStream: null, selfId: 'me' }, has()];

/** What is told when `events` come one after the other to a call with these before. */
function told(before: CallEvent[], ...events: CallEvent[]) {
  let state = [...joined, ...before].reduce(nextCallState, { phase: 'lobby' } as CallState) as InCall;
  let known = knownIn(state, null);
  return events.flatMap((event) => {
    const after = nextCallState(state, event) as InCall;
    const news = newsBetween(state, after, known);
    [state, known] = [after, knownIn(after, known)];
    return news;
  });
}

describe('people', () => {
  it('come and go, each told once', () => {
    const left: CallEvent = { type: 'participant-left', id: 'anna' };
    expect(told([], has(anna), has({ ...anna, isMuted: true }), left)).toEqual([
      { say: 'joined', name: 'Anna' },
      { say: 'left', name: 'Anna' },
    ]);
  });

  it('knock, and come in when they are admitted', () => {
    expect(told([], has({ ...anna, isWaiting: true }), has(anna))).toEqual([
      { say: 'waits', name: 'Anna' },
      { say: 'joined', name: 'Anna' },
    ]);
  });

  it('who gave up waiting were never in', () => {
    expect(told([has({ ...anna, isWaiting: true })], { type: 'participant-left', id: 'anna' })).toEqual([]);
  });

  it('raise a hand', () => {
    expect(told([has(anna)], has({ ...anna, handRaisedAt: 7 }), has(anna))).toEqual([
      { say: 'handRaised', name: 'Anna' },
    ]);
  });

  it('who were there all along do not come when the roster is read', () => {
    expect(told([has(anna)], ...replay(has(), has(anna)))).toEqual([]);
    const first: CallEvent[] = [{ type: 'participant-left', id: 'me' }]; // nothing was known before
    expect(told(first, ...replay(has(), has(anna)))).toEqual([]);
  });

  it('who came, went or raised a hand while nothing was heard are told of once the roster is read', () => {
    const [kim, sam] = [participant({ id: 'kim', name: 'Kim' }), participant({ id: 'sam', name: 'Sam' })];
    expect(told([has(anna), has(kim)], ...replay(has(), has(sam), has({ ...kim, handRaisedAt: 7 })))).toEqual([
      { say: 'joined', name: 'Sam' },
      { say: 'handRaised', name: 'Kim' },
      { say: 'left', name: 'Anna' },
    ]);
  });

  it('who came or went during a redial are told of once it is through, and oneself is not', () => {
    const again = { id: 'me-again' };
    const sam = { id: 'sam', name: 'Sam' };
    const back: CallEvent = { type: 'connected', remoteStream: null, selfId: 'me-again' };
    const news = [{ say: 'reconnecting' }, { say: 'back' }];
    const people = [
      { say: 'joined', name: 'Sam' },
      { say: 'left', name: 'Anna' },
    ];
    const roster = replay(has(again), has(sam));
    const redial: CallEvent = { type: 'redialling' };
    expect(told([has(anna)], redial, redial, ...roster, back)).toEqual([...news, ...people]);
    expect(told([has(anna)], redial, back, ...roster)).toEqual([...news, ...people]);
  });

  it('do not go when one has to wait at the door oneself, where they are not seen', () => {
    const back: CallEvent = { type: 'connected', remoteStream: null, selfId: 'me' };
    const waiting = replay(has({ isWaiting: true }));
    expect(told([has(anna)], { type: 'redialling' }, ...waiting, back, has(anna), has())).toEqual([
      ...[{ say: 'reconnecting' }, { say: 'back' }],
    ]);
  });

  it('does not name oneself', () => {
    expect(told([], has({ handRaisedAt: 7 }), { type: 'participant-left', id: 'me' })).toEqual([]);
  });
});

describe('oneself', () => {
  it('is muted and unmuted by a host, and not told of the own button', () => {
    const muted = { isMuted: true, isMutedByHost: true };
    expect(told([], has({ isMuted: true }), has(muted), has())).toEqual([
      { say: 'mutedByHost' },
      { say: 'unmutedByHost' },
    ]);
  });

  it('becomes host, and hears then of the lock', () => {
    const lock: CallEvent = { type: 'conference-changed', facts: { isLocked: true } };
    expect(told([], has({ role: 'host' }), lock)).toEqual([{ say: 'madeHost' }, { say: 'locked' }]);
    expect(told([], lock)).toEqual([]);
  });
});

it('sharing is told with who does it, and its end', () => {
  const shows = (presenter: string | null): CallEvent => ({ type: 'presenter-changed', presenter });
  expect(told([], shows('Anna'), shows('Ben'), shows(null))).toEqual([
    { say: 'shares', name: 'Anna' },
    { say: 'shares', name: 'Ben' },
    { say: 'sharingStopped' },
  ]);
  expect(told([], { type: 'sharing-changed', sharing: 'on' }, { type: 'sharing-changed', sharing: 'stopped' })).toEqual(
    [{ say: 'youShare' }, { say: 'youStopped' }],
  );
});

it('what others write is told with who did, once, and no longer than one wants it read', () => {
  const writes = (change: Partial<NewMessage> = {}): CallEvent => ({
    type: 'message',
    message: { sender: anna, text: 'Hello', isPrivate: false, atMs: 0, ...change },
  });
  const own = writes({ sender: null });
  expect(told([writes()], writes({ text: 'x'.repeat(500) }), own, has(anna), writes({ isPrivate: true }))).toEqual([
    { say: 'wrote', name: 'Anna', text: 'x'.repeat(200) },
    { say: 'joined', name: 'Anna' },
    { say: 'wroteToYou', name: 'Anna', text: 'Hello' },
  ]);
});

it('a lost connection is told once, and that it is back', () => {
  const back: CallEvent = { type: 'connected', remoteStream: null, selfId: 'me-again' };
  expect(
    told([has(anna)], { type: 'media-interrupted' }, { type: 'redialling' }, { type: 'redialling' }, back),
  ).toEqual([{ say: 'reconnecting' }, { say: 'back' }]);
});

it('a screen that was lost with the connection is told of once the connection is back, and once', () => {
  const back: CallEvent = { type: 'connected', remoteStream: null, selfId: 'me' };
  const [shares, redials]: CallEvent[] = [{ type: 'sharing-changed', sharing: 'on' }, { type: 'redialling' }];
  expect(told([shares!], redials!, redials!, back, redials!, back)).toEqual([
    ...[{ say: 'reconnecting' }, { say: 'back' }, { say: 'sharingLost' }],
    ...[{ say: 'reconnecting' }, { say: 'back' }],
  ]);
});

describe('the end', () => {
  const minute = 60_000;

  it.each([
    [6 * minute, 5 * minute, 5],
    [2 * minute, 59_000, 1],
    [null, 3 * minute, 5],
    [10 * minute, 30_000, 1],
    [4 * minute, 3 * minute, null],
    [10 * minute, 6 * minute, null],
    [null, null, null],
    [minute / 2, 0, null],
  ])('from %s to %s ms is told with %s minutes', (before, left, minutes) => {
    expect(endWarning(before, left)).toEqual(minutes === null ? null : { say: 'endsIn', minutes });
  });

  it('is told anew after the meeting was extended', () => {
    expect(endWarning(15 * minute, 5 * minute)).toEqual({ say: 'endsIn', minutes: 5 });
  });
});
