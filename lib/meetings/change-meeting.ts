import { databaseNow } from '@/lib/db/database-now';
import { actorOf, findClaimed, type HostClaim } from './host-claim';
import { meetingState, type MeetingState } from './meeting';
import { findMeeting, markCancelled, moveEnd, type StoredMeeting } from './meeting-store';
import { moveProblem, type MoveProblem, type WindowLimits } from './plan-window';

export type ChangedMeeting =
  | { ok: true; meeting: StoredMeeting }
  | { ok: false; error: 'unknown' | 'wrong-host-key' }
  | { ok: false; error: 'over'; state: MeetingState }
  | { ok: false; error: 'window'; problem: MoveProblem };

/** Moves the end of a meeting that has not ended, also while people talk. */
export async function extendMeeting(
  alias: string,
  validUntil: Date,
  claim: HostClaim,
  limits: WindowLimits,
): Promise<ChangedMeeting> {
  const now = await databaseNow();
  const found = await findChangeable(alias, claim, now);
  if (!found.ok) return found;
  const problem = moveProblem(found.meeting.validFrom, validUntil, now, limits);
  if (problem) return { ok: false, error: 'window', problem };
  return changed(await moveEnd(found.meeting.id, validUntil, now, actorOf(claim)), found.meeting, now);
}

/** Cancels a meeting for good; people in it are put out at once. */
export async function cancelMeeting(alias: string, claim: HostClaim): Promise<ChangedMeeting> {
  // With it everybody is put out: by another clock that would be as much later as that is ahead of the one that starts jobs.
  const now = await databaseNow();
  const found = await findChangeable(alias, claim, now);
  return found.ok ? changed(await markCancelled(found.meeting.id, now, actorOf(claim)), found.meeting, now) : found;
}

/** The meeting that the claim is to, unless it is over. */
export async function findChangeable(
  alias: string,
  claim: HostClaim,
  now: Date,
): Promise<Exclude<ChangedMeeting, { error: 'window' }>> {
  const found = await findClaimed(alias, claim);
  if (!found.ok) return found;
  const state = meetingState(found.meeting, now);
  return state === 'ended' || state === 'cancelled' ? { ok: false, error: 'over', state } : found;
}

/** A change that found nothing to change lost a race: what is told is what the meeting has become. */
async function changed(meeting: StoredMeeting | null, before: StoredMeeting, now: Date): Promise<ChangedMeeting> {
  if (meeting) return { ok: true, meeting };
  const after = await findMeeting({ id: before.id });
  return { ok: false, error: 'over', state: after ? meetingState(after, now) : 'ended' };
}
