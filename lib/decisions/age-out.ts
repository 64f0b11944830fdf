import { deleteDecisionsBefore, deleteRefusalsBefore, deleteSightingsBefore, momentOfNewest } from './decision-store';

/** Long enough for "why was I refused last week?"; decisions name callers, so no longer. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
/** However many are made: the newest million is kept, some 400 MB with their indexes. */
const KEPT_MOST = 1_000_000;
/** A node that has not asked for so long is no longer there, or somebody made it up. */
const NODES_KEPT_MS = 90 * 24 * 60 * 60 * 1000;
const AT_ONCE = 10_000;
/** A million in one run, which comes every minute. */
const RUNS = 100;

/** Deletes decisions that are too old or too many. */
export async function ageOutDecisions(now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - KEPT_MS);
  const overflowing = await momentOfNewest(KEPT_MOST);
  const before = overflowing && overflowing > oldest ? overflowing : oldest;
  for (let run = 0; run < RUNS; run += 1) {
    if ((await deleteDecisionsBefore(before, AT_ONCE)) < AT_ONCE) break;
  }
  await deleteRefusalsBefore(oldest);
  await deleteSightingsBefore(new Date(now.getTime() - NODES_KEPT_MS));
}
