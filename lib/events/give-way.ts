import { setTimeout as pause } from 'node:timers/promises';

/** How soon after a pass the next may follow: what arrives within it (a join is half a dozen events) is applied together. */
const LOOK_MS = 10;
/** More than any desk can follow, event by event. At fewer a desk is told soon, however slowly they are stored. */
const FLOOD_PER_SECOND = 500;
/** And of the looks of a rest, so many found storing at its limit: then nodes wait for us, and their reports go first. */
const FLOOD_SHARE = 0.5;
/**
 * Storing comes first, for a node waits for it: in a flood a twentieth of the time goes into applying, and the rest is made
 * up for afterwards. While storing has time to spare, applying keeps up as well as it can, at any rate.
 */
const REST_PER_WORK = 19;
const LONGEST_REST_MS = 10_000;

/** What was seen of storing in a rest so far. */
export interface Rest {
  ms: number;
  /** Events stored in it. */
  stored: number;
  looks: number;
  /** Looks that found storing at its limit. */
  looksAtLimit: number;
}

/** Whether to go on resting, after work of `workMs`. Pure. */
export function needsRest({ ms, stored, looks, looksAtLimit }: Rest, workMs: number): boolean {
  const isFlood = stored * 1_000 > FLOOD_PER_SECOND * ms && looksAtLimit > FLOOD_SHARE * looks;
  return isFlood && ms < Math.min(LONGEST_REST_MS, REST_PER_WORK * workMs);
}

/** How this process stores events just now. */
export interface Storing {
  /** Events stored so far. */
  stored: number;
  isAtLimit: boolean;
}

/** Leaves processor and database to those who store events, in fair proportion to the work just done. */
export async function giveWay(workMs: number, storing: () => Storing): Promise<void> {
  const [startedAt, before] = [performance.now(), storing().stored];
  const rest = { ms: 0, stored: 0, looks: 0, looksAtLimit: 0 };
  do {
    await pause(LOOK_MS);
    const { stored, isAtLimit } = storing();
    rest.ms = performance.now() - startedAt;
    rest.stored = stored - before;
    rest.looks += 1;
    if (isAtLimit) rest.looksAtLimit += 1;
  } while (needsRest(rest, workMs));
}
