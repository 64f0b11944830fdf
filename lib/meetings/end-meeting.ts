import { atMost } from '@/lib/at-most';
import { settings } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { databaseNow } from '@/lib/db/database-now';
import { disconnectConference } from '@/lib/management/disconnect-conference';
import { meetingState } from './meeting';
import { scheduleEnd, scheduleLastLook } from './end-jobs-store';
import { findMeeting, markEnded, tellEnded } from './meeting-store';

/** Many meetings may end in one moment. Once their people are out there is no hurry, and visitors need the database too. */
const noting = atMost(3);

/**
 * The job at validUntil, and after a cancellation: puts everyone out. Throws while people are still in, so that the
 * job queue tries again. Panels leave by themselves as well; this is for those that do not, and for phones.
 */
export async function endMeeting(meetingId: string): Promise<void> {
  const now = await databaseNow();
  const meeting = await findMeeting({ id: meetingId });
  if (!meeting || meeting.endedAt) return;
  const state = meetingState(meeting, now);
  if (state === 'open' || state === 'scheduled') {
    // The end was moved after this run had begun. This job is done with when it returns, so there has to be another. It
    // never comes back at once: the clock that says it is too early is the one that starts jobs.
    await scheduleEnd(database(), meeting.id, meeting.validUntil);
    return;
  }
  // It is over, and that is told in time, also while the Management Node cannot be asked to put anybody out.
  await Promise.all([putOut(meeting.serviceName), noting(() => tellEnded(meeting.id, now))]);
  await noting(async () => {
    await markEnded(meeting.id, now);
    await scheduleLastLook(meeting.id, now);
  });
}

/** The job some minutes after the end: puts out who was let in just before it and was still typing a PIN then. */
export async function lookOnceMore(meetingId: string): Promise<void> {
  const now = await databaseNow();
  const meeting = await findMeeting({ id: meetingId });
  const state = meeting && meetingState(meeting, now);
  if (state === 'ended' || state === 'cancelled') await putOut(meeting!.serviceName);
}

async function putOut(serviceName: string): Promise<void> {
  const { management } = settings();
  if (management) await disconnectConference(management, serviceName);
}
