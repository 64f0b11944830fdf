import { setTimeout as pause } from 'node:timers/promises';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { pool } from '@/lib/db/client';

/**
 * What a request is for. People are put out by `hard-stop`; everything else is `background`, and may never take what a
 * hard stop needs.
 */
export type Urgency = 'hard-stop' | 'background';

/**
 * All instances together, by the minute. The Management Node answers 1000 a minute to everybody who uses it
 * (management-api.md §1, D, P). Our minutes are fixed ones, so twice as many may come within any sixty seconds: still less
 * than all of it.
 */
export const REQUESTS_PER_MINUTE = 450;
/** Of these, at most so many in the background. */
export const BACKGROUND_PER_MINUTE = 100;

/** Nobody knows when another instance is done with its part, so it is looked again after this. */
const LOOK_AGAIN_MS = 500;

let limiters: Record<'all' | 'background', RateLimiterPostgres> | undefined;

/**
 * Waits until one more request may be made, and counts it.
 *
 * @returns false when that would not be before `until`
 * @throws when the database does not answer
 */
export async function takeTurn(urgency: Urgency, until: Date): Promise<boolean> {
  for (;;) {
    const waitMs = await msToWait(urgency);
    if (waitMs === 0) return true;
    if (Date.now() + waitMs >= until.getTime()) return false;
    await pause(Math.min(waitMs, LOOK_AGAIN_MS));
  }
}

async function msToWait(urgency: Urgency): Promise<number> {
  limiters ??= {
    all: limiter('management', REQUESTS_PER_MINUTE),
    background: limiter('background', BACKGROUND_PER_MINUTE),
  };
  // Its own part first: what is refused there does not count against the others.
  if (urgency === 'background') {
    const waitMs = await consume(limiters.background);
    if (waitMs > 0) return waitMs;
  }
  return consume(limiters.all);
}

/** Milliseconds until one may be had; 0 when one was. */
async function consume(from: RateLimiterPostgres): Promise<number> {
  try {
    await from.consume('requests');
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
    throw refusal;
  }
}

function limiter(keyPrefix: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool(),
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true, // by our own migration
    keyPrefix,
    points,
    duration: 60,
  });
}
