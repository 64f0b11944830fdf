import { isAboutContent, isDatabaseUnreachable, isTimeout, stateOf } from '@/lib/db/prisma-errors';

// What to make of a transaction that failed while things were applied in it, so that one of them holds up nobody else.

/** Whether some of them alone may succeed: one is at fault, or they were too many at once. */
export function mayFewerSucceed(error: unknown): boolean {
  return isTimeout(error) || !isDatabaseUnreachable(error);
}

/**
 * Whether the one that was left alone fails again and again: a value that the database will never take, or a mistake of ours.
 * Whatever else fails may succeed the next time (a deadlock, a full disk, a table that somebody is changing), or has to fail for
 * long before it counts as such (held-back.ts); of a connection that is lost, or stands still, pg says so without any code.
 */
export function isItsOwnFault(error: unknown): boolean {
  if (isAboutContent(error)) return true;
  return !isDatabaseUnreachable(error) && !isTimeout(error) && stateOf(error) === null && !hasCode(error);
}

const hasCode = (error: unknown) => error instanceof Error && 'code' in error;
