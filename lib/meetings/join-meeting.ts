import { isHostKey } from './host-secrets';
import { findByAlias } from './find-meeting';
import { meetingState, type MeetingState } from './meeting';
import { insertTicket, type StoredMeeting } from './meeting-store';

/** What someone shows to come in: an agent's session, the creator's key, or nothing but the alias. */
export type JoinClaim = { kind: 'agent'; agentId: string } | { kind: 'host-key'; hostKey: string } | { kind: 'alias' };

export type JoinedMeeting =
  | { ok: true; meeting: StoredMeeting; role: 'host' | 'guest'; callTag: string }
  | { ok: false; error: 'unknown' | 'wrong-host-key' }
  | { ok: false; error: 'closed'; state: Exclude<MeetingState, 'open'>; meeting: StoredMeeting };

/** A ticket is for the call that follows at once; a browser that waits longer asks for another. */
const TICKET_LIFE_MS = 2 * 60 * 1000;

/** Gives one person a ticket for one meeting that is open at `now`. */
export async function joinMeeting(
  alias: string,
  displayName: string,
  claim: JoinClaim,
  now: Date,
): Promise<JoinedMeeting> {
  const meeting = await findByAlias(alias);
  if (!meeting) return { ok: false, error: 'unknown' };
  if (claim.kind === 'host-key' && !isHostKey(claim.hostKey, meeting.hostKeyHash)) {
    return { ok: false, error: 'wrong-host-key' };
  }
  const state = meetingState(meeting, now);
  if (state !== 'open') return { ok: false, error: 'closed', state, meeting };

  const role = claim.kind === 'alias' ? 'guest' : 'host';
  const ticket = await insertTicket({
    meetingId: meeting.id,
    displayName,
    role,
    agentId: claim.kind === 'agent' ? claim.agentId : null,
    expiresAt: new Date(now.getTime() + TICKET_LIFE_MS),
  });
  return { ok: true, meeting, role, callTag: ticket.id };
}
