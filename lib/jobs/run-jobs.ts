import { Logger, run, type Task } from 'graphile-worker';
import { z } from 'zod';
import { ageOutCaptures } from '@/lib/capture/control-capture';
import { settings } from '@/lib/config/env';
import { ageOutDecisions } from '@/lib/decisions/age-out';
import { endMeeting, lookOnceMore } from '@/lib/meetings/end-meeting';
import { endWhatIsOver } from '@/lib/meetings/end-what-is-over';
import type { Jobs } from './job-queue';

/** How often a job whose time has come is looked for. Half a second late is as good as on time for people in a call. */
const POLL_MS = 500;

const OfMeeting = z.object({ meetingId: z.uuid() });

const tasks: Record<keyof Jobs | 'end-what-is-over' | 'age-out', Task> = {
  'end-meeting': (payload) => endMeeting(OfMeeting.parse(payload).meetingId, new Date()),
  'look-once-more': (payload) => lookOnceMore(OfMeeting.parse(payload).meetingId, new Date()),
  'end-what-is-over': () => endWhatIsOver(new Date()),
  'age-out': async () => {
    await ageOutDecisions(new Date());
    await ageOutCaptures(new Date());
  },
};

/**
 * Every minute. A job whose process was killed stays locked for four hours, and a meeting cannot wait for that; whatever
 * else may lose a job, this finds what it should have done.
 */
const CRONTAB = `
* * * * * end-what-is-over ?max=1
* * * * * age-out ?max=1
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
  return { stop: () => runner.stop() };
}
