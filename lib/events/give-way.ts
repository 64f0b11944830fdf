import { setTimeout as pause } from 'node:timers/promises';

/** How soon after a pass the next may follow: what arrives within it (a join is half a dozen events) is applied together. */
const LOOK_MS = 10;
/** More than any desk can follow, event by event. */
const FLOOD_PER_SECOND = 500;
/**
 * Storing comes first, for a node waits for it: in a flood a tenth of the time goes into applying, and the rest is made up
 * for afterwards.
 */
const REST_PER_WORK = 9;
const LONGEST_REST_MS = 10_000;

/** Whether to go on resting, after work of `workMs`, when `stored` events came in a rest of `restedMs` so far. Pure. */
export function needsRest(stored: number, workMs: number, restedMs: number): boolean {
  const isFlood = stored * 1_000 > FLOOD_PER_SECOND * restedMs;
  return isFlood && restedMs < Math.min(LONGEST_REST_MS, REST_PER_WORK * workMs);
}

/** Leaves processor and database to those who store events, in fair proportion to the work just done. */
export async function giveWay(workMs: number, storedSoFar: () => number): Promise<void> {
  const [startedAt, storedBefore] = [performance.now(), storedSoFar()];
  do await pause(LOOK_MS);
  while (needsRest(storedSoFar() - storedBefore, workMs, performance.now() - startedAt));
}
