import { database, type Transaction } from '@/lib/db/client';
import { databaseNow } from '@/lib/db/database-now';
import { scheduleJob, scheduleJobs } from '@/lib/jobs/job-queue';

// The stored jobs by which a meeting ends; lib/jobs/run-ends.ts does them.

const endJob = (meetingId: string, at: Date) =>
  ({ kind: 'end-meeting', key: `end:${meetingId}`, at, payload: { meetingId } }) as const;

const lastLookJob = (meetingId: string, at: Date) =>
  ({ kind: 'look-once-more', key: `last-look:${meetingId}`, at, payload: { meetingId } }) as const;

/** The job that ends a meeting, one for each: at another time it is moved. */
export function scheduleEnd(transaction: Transaction, meetingId: string, at: Date): Promise<void> {
  return scheduleJob(transaction, endJob(meetingId, at));
}

/** A node lets someone type a PIN for up to two minutes after we said yes (policy-api.md §4, D). */
const LAST_LOOK_AFTER_MS = 3 * 60 * 1000;

/** A look at a meeting that has ended, for whoever is in its conference all the same. */
export function scheduleLastLook(meetingId: string, endedAt: Date): Promise<void> {
  return scheduleJob(database(), lastLookJob(meetingId, new Date(endedAt.getTime() + LAST_LOOK_AFTER_MS)));
}

/** Has these meetings ended now, whatever became of their jobs. */
export function endAtOnce(meetingIds: readonly string[]): Promise<void> {
  return bringForward(meetingIds, endJob);
}

/** The same for the last look. */
export function lookAtOnce(meetingIds: readonly string[]): Promise<void> {
  return bringForward(meetingIds, lastLookJob);
}

/** Only ever makes a job, or moves one to an earlier time: what is repeated would otherwise put off for ever what it is to save. */
async function bringForward(meetingIds: readonly string[], jobOf: typeof endJob | typeof lastLookJob): Promise<void> {
  const now = await databaseNow();
  const wanted = meetingIds.map((id) => jobOf(id, now));
  const atWork = await dueOrUnderWay(wanted.map(({ key }) => key));
  await scheduleJobs(
    database(),
    wanted.filter(({ key }) => !atWork.has(key)),
  );
}

/**
 * Those whose job is due and waits for its turn, or is being carried out: another one would do it all over again beside it.
 * What a dead instance had begun is given back (take-over.ts); beyond a quarter of an hour something hangs even with the
 * slowest Management Node, and is better done twice.
 */
async function dueOrUnderWay(keys: readonly string[]): Promise<Set<string>> {
  const jobs = await database().$queryRaw<{ key: string }[]>`
    select key from graphile_worker.jobs
    where key = any(${[...keys]}::text[]) and (locked_at > now() - interval '15 minutes'
      or (locked_at is null and attempts < max_attempts and run_at <= now()))`;
  return new Set(jobs.map(({ key }) => key));
}
