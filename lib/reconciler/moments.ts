import { isClockAhead } from '@/lib/events/wrong-clock';

/**
 * Clocks of nodes differ a little, events take seconds, and what a node knows reaches the Management Node's lists later
 * (event-sink.md §1 and §5, C, I). Within this long two things are taken to have happened at the same moment.
 */
export const SAME_MOMENT_MS = 10_000;

/** Whether it was last heard before the lists were asked for, beyond doubt. What was never timed was long ago. */
export function isHeardBefore(heardAt: Date | null, askedAt: Date): boolean {
  return heardAt === null || heardAt.getTime() < askedAt.getTime() - SAME_MOMENT_MS;
}

/**
 * The same of what our own clock does not say was heard of lately: where a node's clock is wrong, ours alone decides. By its
 * node's clock a ghost would stay until ours has caught up.
 */
export function isSilent(heardAt: Date | null, askedAt: Date): boolean {
  return isHeardBefore(heardAt, askedAt) || (heardAt !== null && isClockAhead(heardAt, askedAt));
}

/** Longer than a node needs to report (event-sink.md §1, C), and the Management Node to list what it knows. */
const LONG_MS = 60_000;

/** Whether nothing was heard for so long that what the lists say must be newer. What was never timed was long ago. */
export function isLongUnheard(heardAt: Date | null, askedAt: Date): boolean {
  return heardAt === null || heardAt.getTime() < askedAt.getTime() - LONG_MS;
}
