import { findUnended, scheduleEndAgain } from './meeting-store';

/** More than this at once would mean a long outage; the rest comes with the next minute. */
const AT_ONCE = 500;

/** Gives every meeting that is over, and whose people were not put out, a fresh job to do so. */
export async function endWhatIsOver(now: Date): Promise<void> {
  for (const { id } of await findUnended(now, AT_ONCE)) await scheduleEndAgain(id, now);
}
