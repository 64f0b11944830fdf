import { eachByItself } from '@/lib/each-by-itself';
import { loadSetting } from '@/lib/settings/setting-store';
import { eraseMessagesBefore } from '@/lib/visitor-messages/erase-messages-store';
import { deleteEventsBefore as deleteToldBefore } from '@/lib/webhooks/webhook-event-store';
import {
  eraseLegs,
  eraseLegsOfNoConference,
  eraseMeetingNames,
  erasePeople,
  noteRun,
  type Step,
  type Taken,
} from './age-out-store';
import { eraseWhoCameBack } from './came-back-store';
import { deleteEvents } from './delete-events-store';
import { deleteMeetings } from './delete-meetings-store';
import type { RetentionRun } from './retention-report';
import { RETENTION, RetentionSettings } from './retention-settings';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Some millions of rows in one run; what is left comes with the next one, an hour later. */
const MOST_STEPS = 2_000;
const TOLD_AT_ONCE = 5_000;

/**
 * Erases names and deletes reports and meetings that are no longer to be kept. Does the same whenever it is cut short: a run
 * in which something failed is not noted, so that the next one looks at all that came since the last that was whole.
 */
export async function ageOutHistory(now: Date): Promise<RetentionRun> {
  const { namesDays, eventsDays, meetingsDays } = await loadSetting(RETENTION, RetentionSettings);
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const oldNames = before(namesDays);
  const run = { at: now.toISOString(), erased: 0, events: 0, meetings: 0 };

  await eachByItself({
    // Reports first: of whom there are none any more, nothing can bring the name back.
    'deleting reports': async () => {
      run.events = await allSteps((after: Parameters<typeof deleteEvents>[1]) =>
        deleteEvents(before(eventsDays), after),
      );
    },
    'erasing once more who was reported after they were erased': () => eraseWhoCameBack(now, oldNames),
    'erasing names of people': async () => {
      run.erased = await untilNone(() => erasePeople(oldNames));
    },
    'erasing names of legs': () => untilNone(() => eraseLegs(oldNames)),
    'erasing names of legs of no conference': () => eraseLegsOfNoConference(oldNames),
    'erasing names that were given': () => untilNone(() => eraseMeetingNames(oldNames)),
    'erasing messages': async () => {
      while ((await eraseMessagesBefore(oldNames)) > 0);
    },
    'deleting what webhooks were told': async () => {
      while ((await deleteToldBefore(oldNames, TOLD_AT_ONCE)) > 0);
    },
    'deleting meetings': async () => {
      if (meetingsDays !== null) run.meetings = await untilNone(() => deleteMeetings(before(meetingsDays)));
    },
  });
  await noteRun(run);
  return run;
}

async function allSteps<Place>(step: (after: Place | null) => Promise<Step<Place>>): Promise<number> {
  let done = 0;
  let after: Place | null = null;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const taken: Step<Place> = await step(after);
    done += taken.done;
    after = taken.next;
    if (after === null) break;
  }
  return done;
}

async function untilNone(step: () => Promise<Taken>): Promise<number> {
  let done = 0;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const taken = await step();
    done += taken.done;
    if (!taken.isMore) break;
  }
  return done;
}
