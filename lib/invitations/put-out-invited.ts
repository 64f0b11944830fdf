import { settings } from '@/lib/config/env';
import { databaseNow } from '@/lib/db/database-now';
import { disconnectTagged } from '@/lib/management/disconnect-tagged';
import { findMeeting } from '@/lib/meetings/meeting-store';
import { ticketsInUse } from './invitation-store';

/**
 * The job after a withdrawal: puts out who is in by that invitation. Throws while they are still listed, so that the job
 * queue tries again. Without a Management Node nobody can be put out from here; a host's panel still can.
 */
export async function putOutInvited(invitationId: string): Promise<void> {
  const { management } = settings();
  const used = management && (await ticketsInUse(invitationId));
  if (!used) return;
  // At the end of the meeting everybody is put out anyway, and a job of old would only cost requests.
  const meeting = await findMeeting({ id: used.meetingId });
  if (!meeting || meeting.endedAt || (await databaseNow()) >= meeting.validUntil) return;
  await disconnectTagged(management, used.meetingId, new Set(used.ticketIds));
}
