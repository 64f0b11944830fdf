import { describe, expect, it } from 'vitest';
import { participant } from '@/lib/testing/participant';
import { endsForEveryone, nextCallState, type CallEvent, type CallState } from './call-machine';
import { isWaitingForHost } from './conference';
import type { Participant } from './roster';

const run = (events: CallEvent[], from: CallState = { phase: 'lobby' }) => events.reduce(nextCallState, from);
const joining: CallEvent = { type: 'joining' };
const dialled: CallEvent = { type: 'dialled' };
const connected: CallEvent = { type: 'connected', remoteStream: null, selfId: 'me' };
const pinRequested: CallEvent = { type: 'pin-requested', isOptional: false };
const pinEntered: CallEvent = { type: 'pin-entered' };
const appears = (change: Partial<Participant> = {}): CallEvent => ({
  type: 'participant-changed',
  participant: participant(change),
});
const left: CallEvent = { type: 'closed', reason: 'left' };
const failed: CallEvent = { type: 'failed', failure: 'node-unreachable' };

const everyEvent: CallEvent[] = [
  joining,
  dialled,
  connected,
  pinRequested,
  pinEntered,
  appears(),
  { type: 'participant-left', id: 'me' },
  { type: 'sync-began' },
  { type: 'sync-ended' },
  { type: 'conference-changed', facts: { isStarted: false, isLocked: true } },
  { type: 'media-interrupted' },
  { type: 'media-restored' },
  { type: 'redialling' },
  { type: 'speakers-changed', ids: ['me'] },
  { type: 'presenter-changed', presenter: 'Ada' },
  left,
  failed,
  { type: 'returned-to-lobby' },
];

/** Which phase each event leads to, for every phase; everything not named stays. */
const table: [CallState, Partial<Record<CallEvent['type'], CallState['phase']>>][] = [
  [{ phase: 'lobby' }, { joining: 'connecting' }],
  [run([joining]), { connected: 'in-call', 'pin-requested': 'awaiting-pin', closed: 'ended', failed: 'failed' }],
  [run([joining, pinRequested]), { 'pin-entered': 'connecting', closed: 'ended', failed: 'failed' }],
  [run([joining, connected]), { closed: 'ended', failed: 'failed' }],
  [run([joining, left]), { joining: 'connecting', 'returned-to-lobby': 'lobby' }],
  [run([joining, failed]), { joining: 'connecting', 'returned-to-lobby': 'lobby' }],
];

describe('each event in each phase', () => {
  for (const [state, moves] of table) {
    it.each(everyEvent.map((event) => [event.type, event] as const))(`${state.phase}: %s`, (type, event) => {
      expect(nextCallState(state, event).phase).toBe(moves[type] ?? state.phase);
    });
  }
});

describe('a call', () => {
  it('a connect callback after hang-up leaves the call ended', () => {
    expect(run([joining, dialled, left, connected])).toEqual({ phase: 'ended', reason: 'left' });
  });

  it('joining twice asks once: the second press changes nothing', () => {
    const once = run([joining, dialled]);
    expect(nextCallState(once, joining)).toBe(once);
  });

  it('says that it asks for the meeting before it says that it dials', () => {
    expect(run([joining])).toMatchObject({ step: 'asking' });
    expect(run([joining, dialled])).toMatchObject({ step: 'dialling' });
  });

  it('keeps the people who were announced before the media was up', () => {
    const state = run([joining, dialled, appears(), connected]);
    expect(state.phase === 'in-call' && [...state.conference.roster.people.keys()]).toEqual(['me']);
  });

  it('takes the new stream each time the media is negotiated anew, and keeps the roster', () => {
    const stream = { id: 'second' } as MediaStream; // only its identity matters here
    const state = run([joining, connected, appears(), { type: 'connected', remoteStream: stream, selfId: 'me' }]);
    expect(state).toMatchObject({ phase: 'in-call', remoteStream: stream });
    expect(state.phase === 'in-call' && state.conference.roster.people.size).toBe(1);
  });

  it('begins anew without the people of the call before', () => {
    const state = run([joining, connected, appears(), left, joining, connected]);
    expect(state.phase === 'in-call' && state.conference.roster.people.size).toBe(0);
  });
});

describe('a call whose way to the node is broken', () => {
  const link = (...events: CallEvent[]) => {
    const state = run([joining, connected, appears(), ...events]);
    return state.phase === 'in-call' ? state.link : state.phase;
  };
  const [interrupted, restored]: CallEvent[] = [{ type: 'media-interrupted' }, { type: 'media-restored' }];

  it('says so while the client tries to get sound and picture back, and no longer than that', () => {
    expect(link(interrupted!)).toBe('interrupted');
    expect(link(interrupted!, restored!)).toBe('steady');
  });

  it('calls anew without leaving the screen, and is steady when the new call is up', () => {
    expect(link({ type: 'redialling' })).toBe('redialling');
    expect(link({ type: 'redialling' }, restored!)).toBe('redialling');
    expect(link({ type: 'redialling' }, connected)).toBe('steady');
  });

  it('keeps people and chat, and forgets what only the old connection had', () => {
    const message: CallEvent = {
      type: 'message',
      message: { sender: null, text: 'still here?', isPrivate: false, atMs: 0 },
    };
    const shown: CallEvent = { type: 'presenter-changed', presenter: 'Ada' };
    const state = run([joining, connected, appears(), message, shown, { type: 'redialling' }]);
    if (state.phase !== 'in-call') throw new Error('left the call');
    expect([...state.conference.roster.people.keys()]).toEqual(['me']);
    expect(state.conference.messages.map(({ text }) => text)).toEqual(['still here?']);
    expect(state.conference.presentation).toBeNull();
  });
});

describe('whoever waits after the connection was lost', () => {
  const waits: CallEvent = { type: 'participant-changed', participant: participant({ isWaiting: true }) };
  const redial: CallEvent[] = [{ type: 'redialling' }, { type: 'redialling' }, connected, waits];
  const wasIn = (...events: CallEvent[]) => {
    const state = run([joining, connected, ...events]);
    return state.phase === 'in-call' && state.conference.wasIn;
  };

  it('was in before, also when a second one is lost at the door', () => {
    expect(wasIn(appears(), ...redial)).toBe(true);
    expect(wasIn(appears(), ...redial, ...redial)).toBe(true);
  });

  it('was not, if it was lost while they waited for the first time', () => {
    expect(wasIn(waits, ...redial)).toBe(false);
    expect(wasIn(...redial)).toBe(false);
  });
});

it('only a call that is on can be moved to another conference', () => {
  const moved: CallEvent = { type: 'transferred', alias: 'meet-b' };
  expect(run([joining, connected, moved]).phase).toBe('connecting');
  expect(run([joining, moved]).phase).toBe('connecting');
  expect(run([moved]).phase).toBe('lobby');
});

describe('the PIN', () => {
  it('is not called wrong the first time it is asked for', () => {
    expect(run([joining, dialled, pinRequested])).toMatchObject({ phase: 'awaiting-pin', isRejected: false });
  });

  it('is called wrong when it is asked for again, and again', () => {
    const again = run([joining, dialled, pinRequested, pinEntered, pinRequested]);
    expect(again).toMatchObject({ phase: 'awaiting-pin', isRejected: true });
    expect(run([pinEntered, pinRequested], again)).toMatchObject({ phase: 'awaiting-pin', isRejected: true });
  });

  it('a wrong one in an earlier call is forgotten', () => {
    const state = run([joining, pinRequested, pinEntered, pinRequested, left, joining, dialled, pinRequested]);
    expect(state).toMatchObject({ phase: 'awaiting-pin', isRejected: false });
  });
});

describe('waiting for a host', () => {
  const waiting = (events: CallEvent[]) => {
    const state = run([joining, dialled, connected, ...events]);
    return state.phase === 'in-call' && isWaitingForHost(state.conference);
  };

  it('is not claimed before the node has said who we are', () => {
    expect(waiting([])).toBe(false);
    expect(waiting([{ type: 'conference-changed', facts: { isStarted: false, isLocked: false } }])).toBe(false);
  });

  it('is what a guest does while the conference has not started', () => {
    expect(waiting([appears(), { type: 'conference-changed', facts: { isStarted: false, isLocked: false } }])).toBe(
      true,
    );
  });

  it('is what someone in the waiting room does, though the conference has started', () => {
    expect(
      waiting([
        appears({ isWaiting: true }),
        { type: 'conference-changed', facts: { isStarted: true, isLocked: true } },
      ]),
    ).toBe(true);
  });

  it('is over once admitted', () => {
    const admitted = [appears({ isWaiting: true }), appears({ isWaiting: false })];
    expect(waiting([...admitted, { type: 'conference-changed', facts: { isStarted: true, isLocked: false } }])).toBe(
      false,
    );
  });

  it('is never what a host does', () => {
    const notStarted: CallEvent = { type: 'conference-changed', facts: { isStarted: false, isLocked: false } };
    expect(waiting([appears({ role: 'host' }), notStarted])).toBe(false);
  });

  it('of others does not count as ours', () => {
    expect(waiting([appears(), appears({ id: 'other', isWaiting: true })])).toBe(false);
  });
});

describe('ending the call for everybody', () => {
  const asHost = run([joining, dialled, connected, appears({ role: 'host' })]);

  it.each(['time-up', 'cancelled'] as const)('is what a host does when the meeting is over: %s', (reason) => {
    expect(endsForEveryone(asHost, reason)).toBe(true);
  });

  it.each(['left', 'page-left', 'connection-lost', 'removed', 'other'] as const)(
    'is not what leaving is: %s',
    (reason) => {
      expect(endsForEveryone(asHost, reason)).toBe(false);
    },
  );

  it('is not a guest’s, nor anybody’s whose role the node has not said', () => {
    expect(endsForEveryone(run([joining, dialled, connected, appears()]), 'time-up')).toBe(false);
    expect(endsForEveryone(run([joining, dialled, connected]), 'time-up')).toBe(false);
    expect(endsForEveryone(run([joining, dialled, appears({ role: 'host' })]), 'time-up')).toBe(false);
    const other = appears({ id: 'other', role: 'host' });
    expect(endsForEveryone(run([joining, dialled, connected, appears(), other]), 'time-up')).toBe(false);
  });
});
