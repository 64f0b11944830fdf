import type { Posted } from './post-message';

// What follows from a try. Pure.

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** After each failed try. A receiver that is being updated is back in minutes, one that broke at night in the morning. */
const PAUSES_MS = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
];
/** Up to so much longer, or everything that failed together would come again together. */
const JITTER = 0.2;

/** The receiver says that it will never want anything again. */
const GONE = 410;

export type NextStep =
  | { kind: 'delivered' }
  | { kind: 'again'; afterMs: number; problem: string }
  /** `isGone`: and the webhook with it. */
  | { kind: 'failed'; isGone: boolean; problem: string };

/**
 * What becomes of a message after a try.
 * @param attempts how many tries there have been, this one included
 * @param random from 0 to 1
 */
export function nextStep(posted: Posted, attempts: number, random: number): NextStep {
  const status = posted.kind === 'answered' ? posted.status : null;
  if (status !== null && status >= 200 && status < 300) return { kind: 'delivered' };
  const problem = posted.kind === 'answered' ? statusProblem(posted.status) : posted.problem;
  if (status === GONE) return { kind: 'failed', isGone: true, problem };
  const pauseMs = PAUSES_MS[attempts - 1];
  if (pauseMs === undefined) return { kind: 'failed', isGone: false, problem };
  return { kind: 'again', afterMs: Math.round(pauseMs * (1 + JITTER * random)), problem };
}

function statusProblem(status: number): string {
  if (status === GONE) return 'It answered that it is gone for good (410), so the webhook was turned off.';
  if (status >= 300 && status < 400) return `It answered with a redirect (${status}), which is not followed.`;
  return `It answered ${status}.`;
}
