import { describe, expect, it } from 'vitest';
import { participant } from '@/lib/testing/participant';
import { announcementFor } from './announcements';
import { nextCallState, type CallEvent, type CallState } from './call-machine';

const run = (...events: CallEvent[]) => events.reduce(nextCallState, { phase: 'lobby' } as CallState);
const person = (id: string, isWaiting = false): CallEvent => ({
  type: 'participant-changed',
  participant: participant({ id, name: id, isWaiting }),
});
const joined: CallEvent[] = [{ type: 'joining' }, { type: 'connected', remoteStream: null, selfId: 'me' }];

describe('what a screen reader hears', () => {
  it('nothing in the lobby, where the visitor has just arrived', () => {
    expect(announcementFor(run())).toBeNull();
  });

  it('that one is in, and not again with each who comes', () => {
    for (const people of [[], [person('me')], [person('me'), person('a')]]) {
      expect(announcementFor(run(...joined, ...people))).toEqual({ say: 'joined' });
    }
  });

  it('that one waits', () => {
    expect(announcementFor(run(...joined, person('me', true)))).toEqual({ say: 'waiting' });
  });

  it('why it is over', () => {
    const reason = 'time-up';
    expect(announcementFor(run(...joined, { type: 'closed', reason }))).toEqual({ say: 'ended', reason });
    const failure = 'full';
    expect(announcementFor(run({ type: 'joining' }, { type: 'failed', failure }))).toEqual({
      say: 'failed',
      failure,
    });
  });

  it('that the PIN was wrong', () => {
    const asked: CallEvent = { type: 'pin-requested', isOptional: false };
    expect(announcementFor(run({ type: 'joining' }, asked, { type: 'pin-entered' }, asked))).toEqual({
      say: 'pinWrong',
    });
  });
});
