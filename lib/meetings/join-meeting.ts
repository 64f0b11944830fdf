import { findInvitation, takeInvitation, type FoundInvitation } from '@/lib/invitations/invitation-store';
import { findByAlias } from './find-meeting';
import { isHostKey } from './host-secrets';
import { meetingState, type MeetingState } from './meeting';
import { insertTicket, type NewTicket, type StoredMeeting } from './meeting-store';

/** What someone shows to come in: an agent's session, the creator's key, a personal link, or nothing but the alias. */
export type JoinClaim =
  | { kind: 'agent'; agentId: string }
  | { kind: 'host-key'; hostKey: string }
  | { kind: 'invitation'; secret: string }
  | { kind: 'alias' };

export type JoinedMeeting =
  | { ok: true; meeting: StoredMeeting; role: 'host' | 'guest'; displayName: string; callTag: string }
  | { ok: false; error: 'unknown' | 'wrong-host-key' | 'no-name' }
  | { ok: false; error: 'invitation-unknown' | 'invitation-withdrawn' | 'invitation-required' }
  | { ok: false; error: 'closed'; state: Exclude<MeetingState, 'open'>; meeting: StoredMeeting };

/** A ticket is for the call that follows at once; a browser that waits longer asks for another. */
const TICKET_LIFE_MS = 2 * 60 * 1000;

/**
 * Gives one person a ticket for one meeting that is open at `now`.
 *
 * @param typedName what they call themselves; null for the name in their invitation
 */
export async function joinMeeting(
  alias: string,
  typedName: string | null,
  claim: JoinClaim,
  now: Date,
): Promise<JoinedMeeting> {
  const meeting = await findByAlias(alias);
  if (!meeting) return { ok: false, error: 'unknown' };
  if (claim.kind === 'host-key' && !isHostKey(claim.hostKey, meeting.hostKeyHash)) {
    return { ok: false, error: 'wrong-host-key' };
  }
  const invitation = claim.kind === 'invitation' ? await findInvitation(meeting.id, claim.secret) : null;
  const error = invitationProblem(meeting, claim, invitation);
  if (error) return { ok: false, error };
  const state = meetingState(meeting, now);
  if (state !== 'open') return { ok: false, error: 'closed', state, meeting };
  const displayName = typedName ?? invitation?.displayName;
  if (displayName === undefined) return { ok: false, error: 'no-name' };

  const role = claim.kind === 'agent' || claim.kind === 'host-key' ? 'host' : 'guest';
  const expiresAt = new Date(now.getTime() + TICKET_LIFE_MS);
  const agentId = claim.kind === 'agent' ? claim.agentId : null;
  const ticket: NewTicket = { meetingId: meeting.id, displayName, role, agentId, expiresAt };
  const issued = invitation ? await takeInvitation(invitation.id, ticket, now) : await insertTicket(ticket);
  // Withdrawn at this very moment.
  if (!issued) return { ok: false, error: 'invitation-withdrawn' };
  return { ok: true, meeting, role, displayName, callTag: issued.id };
}

function invitationProblem(meeting: StoredMeeting, claim: JoinClaim, invitation: FoundInvitation | null) {
  if (claim.kind === 'alias') return meeting.isInvitationRequired ? 'invitation-required' : null;
  if (claim.kind !== 'invitation') return null;
  if (!invitation) return 'invitation-unknown';
  return invitation.withdrawnAt ? 'invitation-withdrawn' : null;
}
