import { databaseNow } from '@/lib/db/database-now';
import { endAtOnce } from './end-jobs-store';
import { findUnended } from './meeting-store';

/** More than this at once would mean a long outage; the rest comes with the next minute. */
const AT_ONCE = 500;

/** Its own job is looked for every half second, and tries again by itself when it fails. */
const MAY_TAKE_MS = 30_000;

/**
 * Gives every meeting that is over, and whose people were not put out, a fresh job to do so: unless its end is being carried
 * out, which takes minutes where the Management Node is slow.
 */
export async function endWhatIsOver(): Promise<void> {
  const now = await databaseNow();
  const unended = await findUnended(new Date(now.getTime() - MAY_TAKE_MS), AT_ONCE);
  await endAtOnce(unended.map(({ id }) => id));
}
