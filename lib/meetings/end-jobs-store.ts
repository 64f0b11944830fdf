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

/**
 * These meetings without those whose end, or last look, is being carried out: another job would do it all over again beside
 * it. What a dead instance had begun is given back (take-over.ts); beyond a quarter of an hour something hangs even with the
 * slowest Management Node, and is better done twice.
 */
export async function notUnderWay(kind: 'end' | 'last-look', meetingIds: readonly string[]): Promise<string[]> {
  const keys = meetingIds.map((id) => `${kind}:${id}`);
  const jobs = await database().$queryRaw<{ key: string }[]>`
    select key from graphile_worker.jobs
    where key = any(${keys}::text[]) and locked_at > now() - interval '15 minutes'`;
  const underWay = new Set(jobs.map(({ key }) => key));
  return meetingIds.filter((id) => !underWay.has(`${kind}:${id}`));
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
