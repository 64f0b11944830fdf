import { describe, expect, it } from 'vitest';
import { decideParticipant, refuseAfterEnd, SECOND_LEG_WITHIN_MS, type PolicyTicket } from './decide-participant';
import { writeParticipantDecision } from './policy-response';

const now = new Date('2026-11-20T10:30:00Z');
const caller = { meetingId: 'meeting-1', fingerprint: 'same-browser' };

function ticketWith(changes: Partial<PolicyTicket> = {}): PolicyTicket {
  return {
    id: 'ticket-1',
    meetingId: 'meeting-1',
    displayName: 'Dana',
    role: 'guest',
    isAgent: false,
    expiresAt: new Date(now.getTime() + 60_000),
    usedAt: null,
    usedBy: null,
    uses: 0,
    ...changes,
  };
}

const used = (changes: Partial<PolicyTicket> = {}) =>
  ticketWith({ usedAt: now, usedBy: 'same-browser', uses: 1, ...changes });
const actionOf = (ticket: PolicyTicket | null, at = now) => decideParticipant(ticket, caller, at).action;

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

  it('writes the sentence where an app shows it', () => {
    const answer = writeParticipantDecision(refuseAfterEnd(window, now)!, 'd_1');
    expect(JSON.parse(answer.body)).toMatchObject({
      action: 'reject',
      result: { reject_reason: 'This meeting has ended.' },
    });
  });
});

describe('the answer to a ticket', () => {
  const resultOf = (ticket: PolicyTicket): unknown =>
    JSON.parse(writeParticipantDecision(decideParticipant(ticket, caller, now), 'd_1').body).result;

  it('names a guest and leaves the role to the PIN: a chair is never demoted', () => {
    expect(resultOf(ticketWith())).toEqual({ remote_display_name: 'Dana' });
  });

  it('makes a host a chair, and lets an agent through a lock', () => {
    expect(resultOf(ticketWith({ role: 'host' }))).toEqual({
      remote_display_name: 'Dana',
      preauthenticated_role: 'chair',
    });
    expect(resultOf(ticketWith({ role: 'host', isAgent: true }))).toMatchObject({ bypass_lock: true });
  });

  it('has no result when the ticket does not hold', () => {
    expect(resultOf(used({ uses: 2 }))).toBeUndefined();
  });
});
