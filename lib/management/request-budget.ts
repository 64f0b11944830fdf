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

/** Counted in one statement: ends of one moment ask for some hundred turns, and all of them are counted in one row. */
const MOST_TOGETHER = 100;

/** Milliseconds until one may be had; 0 when one was. */
type Counter = () => Promise<number>;

let counters: Record<'all' | 'background', Counter> | undefined;

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
  counters ??= {
    all: countedTogether(limiter('management', REQUESTS_PER_MINUTE)),
    background: countedTogether(limiter('background', BACKGROUND_PER_MINUTE)),
  };
  // Its own part first: what is refused there does not count against the others.
  if (urgency === 'background') {
    const waitMs = await counters.background();
    if (waitMs > 0) return waitMs;
  }
  return counters.all();
}

/** Whoever asks while the database is counting is counted with the next. */
function countedTogether(from: RateLimiterPostgres): Counter {
  let waiting: { resolve(waitMs: number): void; reject(error: unknown): void }[] = [];
  let isCounting = false;

  async function count(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.slice(0, MOST_TOGETHER);
      waiting = waiting.slice(MOST_TOGETHER);
      try {
        const { had, msToWait: others } = await consume(from, group.length);
        group.forEach(({ resolve }, index) => resolve(index < had ? 0 : others));
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    isCounting = false;
  }

  return () =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      if (isCounting) return;
      isCounting = true;
      setImmediate(() => void count());
    });
}

/** How many of those that were wanted may be had, and when there will be others. */
async function consume(from: RateLimiterPostgres, wanted: number): Promise<{ had: number; msToWait: number }> {
  try {
    await from.consume('requests', wanted);
    return { had: wanted, msToWait: 0 };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    // Refused as a whole and counted all the same: what had been left is ours.
    const had = Math.max(0, from.points - (refusal.consumedPoints - wanted));
    return { had, msToWait: Math.max(1, refusal.msBeforeNext) };
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
