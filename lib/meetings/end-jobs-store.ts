import { database, type Transaction } from '@/lib/db/client';
import { scheduleJob } from '@/lib/jobs/job-queue';

// The stored jobs by which a meeting ends; lib/jobs/run-ends.ts does them.

/** The job that ends a meeting, one for each: at another time it is moved. */
export function scheduleEnd(transaction: Transaction, meetingId: string, at: Date): Promise<void> {
  return scheduleJob(transaction, { kind: 'end-meeting', key: `end:${meetingId}`, at, payload: { meetingId } });
}

/** The end again, in a job of its own: for a run that came too early, or that was cut short. */
export function scheduleEndAgain(meetingId: string, at: Date): Promise<void> {
  return database().$transaction((transaction) => scheduleEnd(transaction, meetingId, at));
}

/** A node lets someone type a PIN for up to two minutes after we said yes (policy-api.md §4, D). */
const LAST_LOOK_AFTER_MS = 3 * 60 * 1000;

export function scheduleLastLook(meetingId: string, endedAt: Date): Promise<void> {
  return lookAgainAt(meetingId, new Date(endedAt.getTime() + LAST_LOOK_AFTER_MS));
}

/** A look at a meeting that has ended, for whoever is in its conference all the same. */
export function lookAgainAt(meetingId: string, at: Date): Promise<void> {
  return database().$transaction((transaction) =>
    scheduleJob(transaction, { kind: 'look-once-more', key: `last-look:${meetingId}`, at, payload: { meetingId } }),
  );
}
