import { meetingState, type MeetingWindow } from '@/lib/meetings/meeting';

/** A ticket as the policy answer needs it. */
export interface PolicyTicket {
  id: string;
  meetingId: string;
  displayName: string;
  role: 'host' | 'guest';
  isAgent: boolean;
  expiresAt: Date;
  usedAt: Date | null;
  /** Fingerprint of the caller who used it. */
  usedBy: string | null;
  uses: number;
}

export type ParticipantDecision =
  | { action: 'honour'; ticket: PolicyTicket; reason: string }
  /** With a sentence that an app shows to whoever is refused. */
  | { action: 'reject'; reason: string; sentence: string }
  | { action: 'continue'; reason: string };

/**
 * A browser is asked about twice in one join, for its control leg and for its media leg, a few seconds apart (policy-api.md
 * §2, D). The call tag is shown to everyone in the roster, so beyond that a ticket must be worthless.
 */
export const SECOND_LEG_WITHIN_MS = 60 * 1000;
const LEGS_OF_A_BROWSER = 2;

/**
 * Whether the door has closed since the service configuration opened it: someone may type a PIN for two minutes in
 * between. A meeting that is not ours, or unknown, is not for us to close.
 */
export function refuseAfterEnd(meeting: MeetingWindow | null, now: Date): ParticipantDecision | null {
  const state = meeting && meetingState(meeting, now);
  if (state === 'ended') return { action: 'reject', reason: 'meeting has ended', sentence: 'This meeting has ended.' };
  if (state === 'cancelled') {
    return { action: 'reject', reason: 'meeting was cancelled', sentence: 'This meeting was cancelled.' };
  }
  return null;
}

/**
 * Whether the ticket that a caller carries names them. A ticket that does not hold changes nothing about the call: the
 * caller then is who Infinity takes them for, and PINs still guard the host's role.
 */
export function decideParticipant(
  ticket: PolicyTicket | null,
  caller: { meetingId: string; fingerprint: string },
  now: Date,
): ParticipantDecision {
  if (!ticket) return { action: 'continue', reason: 'no ticket of ours' };
  if (ticket.meetingId !== caller.meetingId) return { action: 'continue', reason: 'ticket is for another meeting' };
  if (!ticket.usedAt) {
    if (now >= ticket.expiresAt) return { action: 'continue', reason: 'ticket has expired' };
    return { action: 'honour', ticket, reason: `ticket of a ${ticket.role}` };
  }
  const isSecondLeg =
    ticket.uses < LEGS_OF_A_BROWSER &&
    ticket.usedBy === caller.fingerprint &&
    now.getTime() - ticket.usedAt.getTime() < SECOND_LEG_WITHIN_MS;
  if (!isSecondLeg) return { action: 'continue', reason: 'ticket was used before' };
  return { action: 'honour', ticket, reason: `second leg of a ${ticket.role}` };
}
