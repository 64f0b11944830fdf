import type { Transaction } from '@/lib/db/client';

/** The work that is done later, by name, and what each kind needs to know. */
export interface Jobs {
  /** Put everyone out of a meeting that is over. */
  'end-meeting': { meetingId: string };
  /** Put out who came in while it ended. */
  'look-once-more': { meetingId: string };
  /** Put out who is in by an invitation that was withdrawn. */
  'put-out-invited': { invitationId: string };
  /** Look for meetings that were answered for around a change of settings. */
  'keep-settings-of-late-records': { savedAt: string };
  /** Compare everything with the Management Node. */
  reconcile: Record<string, never>;
}

/**
 * Stores a job in the caller's transaction, so that it exists exactly when the change that needs it does. The same key
 * again moves the job instead of adding another. Runs `at` or as soon after as some instance of ours is up.
 */
export async function scheduleJob<K extends keyof Jobs>(
  transaction: Transaction,
  job: { kind: K; key: string; at: Date; payload: Jobs[K] },
): Promise<void> {
  await transaction.$executeRaw`
    SELECT graphile_worker.add_job(${job.kind}, ${JSON.stringify(job.payload)}::json,
      run_at := ${job.at}, max_attempts := 25, job_key := ${job.key}, job_key_mode := 'replace')`;
}

/** The same for many at once. */
export async function scheduleJobs<K extends keyof Jobs>(
  transaction: Transaction,
  jobs: readonly { kind: K; key: string; at: Date; payload: Jobs[K] }[],
): Promise<void> {
  if (jobs.length === 0) return;
  await transaction.$executeRaw`
    SELECT graphile_worker.add_jobs(ARRAY(
      SELECT ROW(kind, payload, NULL, at, 25, key, NULL, NULL)::graphile_worker.job_spec
      FROM jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb)
        AS rows (kind text, payload json, at timestamptz, key text)))`;
}
