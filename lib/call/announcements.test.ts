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
const LONG = 30 * 60_000;

describe('what a screen reader hears', () => {
  it('nothing in the lobby, where the visitor has just arrived', () => {
    expect(announcementFor(run(), null)).toBe('');
  });

  it('who is there, as they come', () => {
    expect(announcementFor(run(...joined, person('me')), LONG)).toContain('Nobody else');
    expect(announcementFor(run(...joined, person('me'), person('a')), LONG)).toContain('1 other person');
    expect(announcementFor(run(...joined, person('me'), person('a'), person('b')), LONG)).toContain('2 others');
  });

  it('that one waits', () => {
    expect(announcementFor(run(...joined, person('me', true)), LONG)).toContain('waiting');
  });

  it('the warning once, in words that stay the same while the seconds run', () => {
    const state = run(...joined, person('me'));
    const said = [300_000, 200_000, 1_000].map((left) => announcementFor(state, left));
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain('five minutes');
  });

  it('why it is over and what to do', () => {
    expect(announcementFor(run(...joined, { type: 'closed', reason: 'time-up' }), 0)).toContain('time is up');
    expect(announcementFor(run({ type: 'joining' }, { type: 'failed', failure: 'full' }), null)).toContain('full');
  });

  it('that the PIN was wrong', () => {
    const asked: CallEvent = { type: 'pin-requested', isOptional: false };
    expect(announcementFor(run({ type: 'joining' }, asked, { type: 'pin-entered' }, asked), null)).toContain(
      'not right',
    );
  });
});
