import { Logger, run, type Task } from 'graphile-worker';
import { z } from 'zod';
import { settings } from '@/lib/config/env';
import { endMeeting } from '@/lib/meetings/end-meeting';
import type { Jobs } from './job-queue';

/** How often a job whose time has come is looked for. Half a second late is as good as on time for people in a call. */
const POLL_MS = 500;

const tasks: Record<keyof Jobs, Task> = {
  'end-meeting': async (payload) => {
    const { meetingId } = z.object({ meetingId: z.uuid() }).parse(payload);
    await endMeeting(meetingId, new Date());
  },
};

/** Starts doing stored jobs in this process. Every instance does; Postgres hands each job to one of them. */
export async function runJobs(): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    // Connections of its own: jobs must not wait behind requests, nor requests behind jobs.
    connectionString: settings().databaseUrl,
    maxPoolSize: 5,
    taskList: tasks,
    pollInterval: POLL_MS,
    concurrency: 4,
    noHandleSignals: true, // server.ts shuts down in order
    logger: new Logger(() => (level, message) => {
      if (level === 'error') console.error(`jobs: ${message}`);
    }),
  });
  return { stop: () => runner.stop() };
}
