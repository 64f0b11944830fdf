import { meetingState, type MeetingWindow } from '@/lib/meetings/meeting';
import { REFUSALS } from '@/lib/meetings/refusal-sentences';
import type { Caller } from './policy-question';

/** A ticket as the policy answer needs it. */
export interface PolicyTicket {
  id: string;
  meetingId: string;
  displayName: string;
  role: 'host' | 'guest';
  /** Null unless it is an agent's. */
  agentId: string | null;
  expiresAt: Date;
  usedAt: Date | null;
  /** Fingerprint of the caller who used it. */
  usedBy: string | null;
  uses: number;
  /** When the invitation that it was given for was withdrawn. */
  withdrawnAt: Date | null;
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
  if (state === 'ended') return { action: 'reject', reason: 'meeting has ended', sentence: REFUSALS.ended };
  if (state === 'cancelled') {
    return { action: 'reject', reason: 'meeting was cancelled', sentence: REFUSALS.cancelled };
  }
  return null;
}

/**
 * Whether the ticket that a caller carries names them, and if not, why. One whose invitation was withdrawn is the only one to
 * be refused: somebody has said that this person is not to come in, also not as who Infinity takes them for.
 */
export function judgeTicket(
  ticket: PolicyTicket | null,
  caller: { meetingId: string | null; fingerprint: string },
  now: Date,
): ParticipantDecision {
  if (!ticket) return { action: 'continue', reason: 'no ticket of ours' };
  if (ticket.meetingId !== caller.meetingId) return { action: 'continue', reason: 'ticket is for another meeting' };
  if (ticket.withdrawnAt) return { action: 'reject', reason: 'invitation was withdrawn', sentence: REFUSALS.withdrawn };
  if (!ticket.usedAt) {
    if (now >= ticket.expiresAt) return { action: 'continue', reason: 'ticket has expired' };
    return { action: 'honour', ticket, reason: `ticket of ${holderOf(ticket)}` };
  }
  const isSecondLeg =
    ticket.uses < LEGS_OF_A_BROWSER &&
    ticket.usedBy === caller.fingerprint &&
    now.getTime() - ticket.usedAt.getTime() < SECOND_LEG_WITHIN_MS;
  if (!isSecondLeg) return { action: 'continue', reason: 'ticket was used before' };
  return { action: 'honour', ticket, reason: `second leg of ${holderOf(ticket)}` };
}

/**
 * What happens to a caller whose ticket does not hold. Ordinarily nothing: they are who Infinity takes them for, and PINs
 * still guard the host's role. Where tickets are required a browser is refused; telephones and room systems have no way to
 * bring one (design.md §6).
 */
export function decideWithoutTicket(
  { protocol, direction }: Pick<Caller, 'protocol' | 'direction'>,
  why: string,
  isOurMeeting: boolean,
  requiresTickets: boolean,
): ParticipantDecision {
  // Whoever is called out of the meeting was asked for by somebody in it.
  const mayBringOne = isBrowser(protocol) && direction !== 'dial_out';
  if (!requiresTickets || !isOurMeeting || !mayBringOne) return { action: 'continue', reason: why };
  return { action: 'reject', reason: `tickets are required: ${why}`, sentence: REFUSALS.ticketNeeded };
}

/** `api` is a browser's or an app's control leg, `webrtc` its media (policy-api.md §2, D). */
export function isBrowser(protocol: string): boolean {
  return protocol === 'api' || protocol === 'webrtc';
}

function holderOf({ role, agentId }: PolicyTicket): string {
  return agentId ? 'an agent' : `a ${role}`;
}
