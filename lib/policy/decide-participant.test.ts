import { describe, expect, it } from 'vitest';
import {
  decideWithoutTicket,
  judgeTicket,
  refuseAfterEnd,
  SECOND_LEG_WITHIN_MS,
  type PolicyTicket,
} from './decide-participant';

const now = new Date('2026-11-20T10:30:00Z');
const caller = { meetingId: 'meeting-1', fingerprint: 'same-browser' };

function ticketWith(changes: Partial<PolicyTicket> = {}): PolicyTicket {
  return {
    id: 'ticket-1',
    meetingId: 'meeting-1',
    displayName: 'Dana',
    role: 'guest',
    agentId: null,
    expiresAt: new Date(now.getTime() + 60_000),
    usedAt: null,
    usedBy: null,
    uses: 0,
    withdrawnAt: null,
    ...changes,
  };
}

const used = (changes: Partial<PolicyTicket> = {}) =>
  ticketWith({ usedAt: now, usedBy: 'same-browser', uses: 1, ...changes });
const actionOf = (ticket: PolicyTicket | null, at = now) => judgeTicket(ticket, caller, at).action;

describe('a ticket', () => {
  it('names its holder once', () => expect(actionOf(ticketWith())).toBe('honour'));

  it('is honoured again for the second leg of the same browser, and never a third time', () => {
    expect(actionOf(used())).toBe('honour');
    expect(actionOf(used({ uses: 2 }))).toBe('continue');
  });

  it('is worthless to somebody else who read it in the roster', () => {
    expect(actionOf(used({ usedBy: 'another-browser' }))).toBe('continue');
  });

  it('is worthless for a second leg that comes a minute later', () => {
    expect(actionOf(used(), new Date(now.getTime() + SECOND_LEG_WITHIN_MS - 1))).toBe('honour');
    expect(actionOf(used(), new Date(now.getTime() + SECOND_LEG_WITHIN_MS))).toBe('continue');
  });

  it('is for its own meeting and its own time', () => {
    expect(actionOf(ticketWith({ meetingId: 'meeting-2' }))).toBe('continue');
    expect(actionOf(ticketWith({ expiresAt: now }))).toBe('continue');
    expect(actionOf(null)).toBe('continue');
  });

  it('is refused with a sentence once its invitation is withdrawn, used or not, and by nobody else’s meeting', () => {
    const refusal = { action: 'reject', sentence: expect.stringContaining('withdrawn') as string };
    for (const ticket of [ticketWith({ withdrawnAt: now }), used({ withdrawnAt: now })]) {
      expect(judgeTicket(ticket, caller, now)).toMatchObject(refusal);
    }
    expect(actionOf(ticketWith({ withdrawnAt: now, meetingId: 'meeting-2' }))).toBe('continue');
  });
});

describe('a meeting that closed while someone typed a PIN', () => {
  const window = { validFrom: new Date(now.getTime() - 60_000), validUntil: now, cancelledAt: null };

  it('refuses them with a sentence, once it has ended or was cancelled', () => {
    expect(refuseAfterEnd(window, now)).toMatchObject({ action: 'reject', sentence: 'This meeting has ended.' });
    const open = { ...window, validUntil: new Date(now.getTime() + 60_000) };
    expect(refuseAfterEnd({ ...open, cancelledAt: now }, now)).toMatchObject({
      sentence: 'This meeting was cancelled.',
    });
    expect(refuseAfterEnd(open, now)).toBeNull();
    expect(refuseAfterEnd(null, now)).toBeNull();
  });
});

describe('a caller without a ticket that holds', () => {
  const without = (protocol: string, isOurMeeting = true, requiresTickets = true, direction = 'dial_in') =>
    decideWithoutTicket({ protocol, direction }, 'ticket has expired', isOurMeeting, requiresTickets);

  it('is left as they are, where tickets are not required or the meeting is not ours', () => {
    expect(without('webrtc', true, false)).toEqual({ action: 'continue', reason: 'ticket has expired' });
    expect(without('webrtc', false)).toMatchObject({ action: 'continue' });
  });

  it('is refused in a browser where tickets are required, in words that say what to do', () => {
    for (const protocol of ['api', 'webrtc']) {
      expect(without(protocol)).toMatchObject({ action: 'reject', sentence: expect.stringContaining('invitation') });
    }
  });

  it('is never refused when they are called out of the meeting', () => {
    expect(without('webrtc', true, true, 'dial_out').action).toBe('continue');
  });

  it('is never refused on a telephone or room system, which cannot bring one', () => {
    for (const protocol of ['sip', 'h323', 'rtmp', 'mssip', 'teams', '']) {
      expect(without(protocol).action, protocol).toBe('continue');
    }
  });
});
