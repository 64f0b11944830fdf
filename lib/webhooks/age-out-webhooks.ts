import { KEPT_DAYS } from './webhook';
import { deleteEventsBefore } from './webhook-event-store';
import { forgetFormerSecrets } from './webhook-store';

const KEPT_MS = KEPT_DAYS * 24 * 60 * 60 * 1000;
const AT_ONCE = 5_000;
/** Half a million in one run, which comes every minute. */
const RUNS = 100;

/** Deletes what was told too long ago, with what came of it, because it names people; and secrets that were replaced. */
export async function ageOutWebhooks(now: Date): Promise<void> {
  await forgetFormerSecrets();
  const before = new Date(now.getTime() - KEPT_MS);
  for (let run = 0; run < RUNS; run += 1) {
    if ((await deleteEventsBefore(before, AT_ONCE)) < AT_ONCE) break;
  }
}
