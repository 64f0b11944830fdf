import { describe, expect, it } from 'vitest';
import { participant } from '@/lib/testing/participant';
import { nextCallState, type CallEvent, type CallState } from './call-machine';
import type { Participant } from './roster';

const begin: CallEvent[] = [{ type: 'joining' }, { type: 'connected', remoteStream: null, selfId: 'me' }];
const appears = (change: Partial<Participant> = {}): CallEvent => ({
  type: 'participant-changed',
  participant: participant(change),
});

describe('a hand that was up when the connection was lost', () => {
  const redial: CallEvent = { type: 'redialling' };
  const again: CallEvent = { type: 'connected', remoteStream: null, selfId: 'me-2' };
  const [up, down] = [appears({ handRaisedAt: 5 }), appears()];
  const appearsAgain = (handRaisedAt: number) => appears({ id: 'me-2', handRaisedAt });
  const handUpAs = (...events: CallEvent[]) => {
    const lobby: CallState = { phase: 'lobby' };
    const state = [...begin, ...events].reduce(nextCallState, lobby);
    return state.phase === 'in-call' && state.conference.handUpAs;
  };

  it('is known to the new one, by whom it was', () => {
    expect(handUpAs(up)).toBeNull();
    expect(handUpAs(up, redial, again, appearsAgain(0))).toBe('me');
    expect(handUpAs(down, redial, again)).toBeNull();
  });

  it('also when the new one is lost before it came to anything', () => {
    expect(handUpAs(up, redial, redial, again)).toBe('me');
    expect(handUpAs(up, redial, { type: 'sync-began' }, { type: 'sync-ended' }, again, redial)).toBe('me');
    expect(handUpAs(up, redial, again, appearsAgain(7), redial)).toBe('me-2');
  });

  it('but not one that was lowered, by a host or by oneself', () => {
    expect(handUpAs(up, down, redial)).toBeNull();
    expect(handUpAs(up, redial, again, appearsAgain(7), appearsAgain(0), redial)).toBeNull();
  });
});
