import { settings } from '@/lib/config/env';
import { disconnectConference } from '@/lib/management/disconnect-conference';
import { meetingState } from './meeting';
import { findMeeting, markEnded } from './meeting-store';

/**
 * The job at validUntil, and after a cancellation: puts everyone out. Throws while people are still in, so that the
 * job queue tries again. Panels leave by themselves as well; this is for those that do not, and for phones.
 */
export async function endMeeting(meetingId: string, now: Date): Promise<void> {
  const meeting = await findMeeting({ id: meetingId });
  if (!meeting || meeting.endedAt) return;
  const state = meetingState(meeting, now);
  // The end was moved after this run had begun; the moved job will come.
  if (state === 'open' || state === 'scheduled') return;
  const { management } = settings();
  if (management) await disconnectConference(management, meeting.serviceName);
  await markEnded(meeting.id, now);
}
