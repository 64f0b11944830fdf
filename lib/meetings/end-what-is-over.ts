import { scheduleEndAgain } from './end-jobs-store';
import { findUnended } from './meeting-store';

/** More than this at once would mean a long outage; the rest comes with the next minute. */
const AT_ONCE = 500;

/** An end that is being carried out takes a few seconds. Another job for it would do it all over again beside it. */
const MAY_TAKE_MS = 30_000;

/** Gives every meeting that is over, and whose people were not put out, a fresh job to do so. */
export async function endWhatIsOver(now: Date): Promise<void> {
  const before = new Date(now.getTime() - MAY_TAKE_MS);
  for (const { id } of await findUnended(before, AT_ONCE)) await scheduleEndAgain(id, now);
}
