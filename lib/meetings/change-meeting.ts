import type { Actor } from '@/lib/audit/audit-store';
import { isHostKey } from './host-secrets';
import { findByAlias } from './find-meeting';
import { meetingState, type MeetingState } from './meeting';
import { findMeeting, markCancelled, moveEnd, type StoredMeeting } from './meeting-store';
import { moveProblem, type WindowLimits } from './plan-window';

/** What allows someone to change a meeting. */
export type HostClaim = { kind: 'agent'; id: string; name: string } | { kind: 'host-key'; hostKey: string };

export type ChangedMeeting =
  | { ok: true; meeting: StoredMeeting }
  | { ok: false; error: 'unknown' | 'wrong-host-key' }
  | { ok: false; error: 'over'; state: MeetingState }
  | { ok: false; error: 'window'; message: string };

/** Moves the end of a meeting that has not ended, also while people talk. */
export async function extendMeeting(
  alias: string,
  validUntil: Date,
  claim: HostClaim,
  limits: WindowLimits,
  now: Date,
): Promise<ChangedMeeting> {
  const found = await findChangeable(alias, claim, now);
  if (!found.ok) return found;
  const message = moveProblem(found.meeting.validFrom, validUntil, now, limits);
  if (message) return { ok: false, error: 'window', message };
  return changed(await moveEnd(found.meeting.id, validUntil, now, actorOf(claim)), found.meeting, now);
}

/** Cancels a meeting for good; people in it are put out at once. */
export async function cancelMeeting(alias: string, claim: HostClaim, now: Date): Promise<ChangedMeeting> {
  const found = await findChangeable(alias, claim, now);
  return found.ok ? changed(await markCancelled(found.meeting.id, now, actorOf(claim)), found.meeting, now) : found;
}

const actorOf = (claim: HostClaim): Actor => (claim.kind === 'agent' ? claim : { kind: 'host' });

async function findChangeable(alias: string, claim: HostClaim, now: Date): Promise<ChangedMeeting> {
  const meeting = await findByAlias(alias);
  if (!meeting) return { ok: false, error: 'unknown' };
  if (claim.kind === 'host-key' && !isHostKey(claim.hostKey, meeting.hostKeyHash)) {
    return { ok: false, error: 'wrong-host-key' };
  }
  const state = meetingState(meeting, now);
  return state === 'ended' || state === 'cancelled' ? { ok: false, error: 'over', state } : { ok: true, meeting };
}

/** A change that found nothing to change lost a race: what is told is what the meeting has become. */
async function changed(meeting: StoredMeeting | null, before: StoredMeeting, now: Date): Promise<ChangedMeeting> {
  if (meeting) return { ok: true, meeting };
  const after = await findMeeting({ id: before.id });
  return { ok: false, error: 'over', state: after ? meetingState(after, now) : 'ended' };
}
