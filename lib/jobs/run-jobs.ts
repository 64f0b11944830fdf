import { Logger, run, type Task } from 'graphile-worker';
import { z } from 'zod';
import { ageOutCaptures } from '@/lib/capture/control-capture';
import { settings } from '@/lib/config/env';
import { databaseNow } from '@/lib/db/database-now';
import { ageOutDecisions } from '@/lib/decisions/age-out';
import { eachByItself } from '@/lib/each-by-itself';
import { reconcile } from '@/lib/reconciler/reconcile';
import { ageOutHistory } from '@/lib/retention/age-out-history';
import { keepSettingsOfLateRecords } from '@/lib/settings/keep-settings-store';
import { ageOutWebhooks } from '@/lib/webhooks/age-out-webhooks';
import { runDeliveries } from './run-deliveries';
import { runEnds } from './run-ends';
import type { Jobs } from './job-queue';

/** How often a job whose time has come is looked for. */
const POLL_MS = 500;

/** What has a runner of its own. */
type Apart = 'end-meeting' | 'look-once-more' | 'put-out-invited';

const LateRecords = z.object({ savedAt: z.iso.datetime() });

/** What versions before stored, and is done without jobs now: nobody else would ever take these out of the queue. */
type Former = 'deliver-webhook';

const tasks: Record<Exclude<keyof Jobs, Apart> | 'age-out' | 'age-out-history' | Former, Task> = {
  reconcile: async () => reconcile(await databaseNow()),
  'keep-settings-of-late-records': async (payload) => {
    await keepSettingsOfLateRecords(new Date(LateRecords.parse(payload).savedAt));
  },
  'age-out': () =>
    eachByItself({
      'deleting decisions': () => ageOutDecisions(new Date()),
      'deleting captured requests': () => ageOutCaptures(new Date()),
      'deleting what webhooks were told': () => ageOutWebhooks(new Date()),
    }),
  'age-out-history': async () => void (await ageOutHistory(await databaseNow())),
  'deliver-webhook': () => undefined,
};

/** Every minute, and what counts in days every hour. One that fails is not tried again: the next is soon enough. */
const CRONTAB = `
* * * * * reconcile ?max=1
* * * * * age-out ?max=1
17 * * * * age-out-history ?max=1
`;

/** Starts doing stored jobs in this process. Every instance does; Postgres hands each job to one of them. */
export async function runJobs(): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    // Connections of its own: jobs must not wait behind requests, nor requests behind jobs.
    connectionString: settings().databaseUrl,
    maxPoolSize: 5,
    taskList: tasks,
    crontab: CRONTAB,
    pollInterval: POLL_MS,
    concurrency: 4,
    noHandleSignals: true, // server.ts shuts down in order
    logger: new Logger(() => (level, message) => {
      if (level === 'error') console.error(`jobs: ${message}`);
    }),
  });
  const others = [await runEnds(), runDeliveries()];
  return {
    stop: async () => {
      await Promise.all([runner, ...others].map((each) => each.stop()));
    },
  };
}
