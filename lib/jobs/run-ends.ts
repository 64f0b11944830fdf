import { Logger, run, type TaskList } from 'graphile-worker';
import { z } from 'zod';
import { settings } from '@/lib/config/env';
import { putOutInvited } from '@/lib/invitations/put-out-invited';
import { endMeeting, lookOnceMore } from '@/lib/meetings/end-meeting';
import { endWhatIsOver } from '@/lib/meetings/end-what-is-over';
import { takeOverFromDead } from './take-over';

/** How often a job whose time has come is looked for. Half a second late is as good as on time for people in a call. */
const POLL_MS = 500;

/**
 * Meetings that are ended side by side. They mostly wait for the Management Node, and share what is read of it: a few hundred
 * that end on the hour are put out in one go.
 */
const AT_ONCE = 250;

/** All of them look for jobs as one; what one instance took and cannot begin with in this time is another's again. */
const FETCHED = { size: AT_ONCE, ttl: 5_000 };

/** Every minute, and finds what was to be done, whatever may have lost a job. */
const CRONTAB = '* * * * * end-what-is-over ?max=1';

const OfMeeting = z.object({ meetingId: z.uuid() });
const OfInvitation = z.object({ invitationId: z.uuid() });

const tasks: TaskList = {
  'end-meeting': (payload) => endMeeting(OfMeeting.parse(payload).meetingId),
  'look-once-more': (payload) => lookOnceMore(OfMeeting.parse(payload).meetingId),
  'put-out-invited': (payload) => putOutInvited(OfInvitation.parse(payload).invitationId),
  'end-what-is-over': () => endWhatIsOver(),
};

/** Starts ending meetings in this process. Apart from all other jobs, so that none of them can make a meeting's end wait. */
export async function runEnds(): Promise<{ stop(): Promise<void> }> {
  const takeOver = takeOverFromDead(Object.keys(tasks));
  const runner = await run({
    connectionString: settings().databaseUrl,
    maxPoolSize: 3,
    taskList: tasks,
    events: takeOver.events,
    crontab: CRONTAB,
    pollInterval: POLL_MS,
    concurrency: AT_ONCE,
    preset: { worker: { localQueue: FETCHED } },
    noHandleSignals: true, // server.ts shuts down in order
    logger: new Logger(() => (level, message) => {
      if (level === 'error') console.error(`ends: ${message}`);
    }),
  });
  return {
    stop: async () => {
      await takeOver.stop();
      await runner.stop();
    },
  };
}
