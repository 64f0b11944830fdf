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

/** Erases names and deletes reports and meetings that are no longer to be kept. Does the same whenever it is cut short. */
export async function ageOutHistory(now: Date): Promise<RetentionRun> {
  const { namesDays, eventsDays, meetingsDays } = await loadSetting(RETENTION, RetentionSettings);
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const oldNames = before(namesDays);

  // Reports first: of whom there are none any more, nothing can bring the name back.
  const events = await allSteps((after: Parameters<typeof deleteEvents>[1]) => deleteEvents(before(eventsDays), after));
  await eraseWhoCameBack(now, oldNames);
  const erased = await untilNone(() => erasePeople(oldNames));
  await untilNone(() => eraseLegs(oldNames));
  await eraseLegsOfNoConference(oldNames);
  await untilNone(() => eraseMeetingNames(oldNames));
  while ((await eraseMessagesBefore(oldNames)) > 0);
  while ((await deleteToldBefore(oldNames, TOLD_AT_ONCE)) > 0);
  const meetings = meetingsDays === null ? 0 : await untilNone(() => deleteMeetings(before(meetingsDays)));

  const run = { at: now.toISOString(), erased, events, meetings };
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
