import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { isDatabaseUnreachable } from './prisma-errors';

/** A database that cannot be used, in one line for whoever starts us. */
export class NoDatabase extends Error {
  override name = 'NoDatabase';
}

export interface Patience {
  limitMs: number;
  /** How often it is tried, and how often whoever waits is told. */
  everyMs: number;
  tellEveryMs: number;
}

/** Started together with its database, a process is often the first of the two, and a database that recovers takes a minute. */
const USUAL: Patience = { limitMs: 2 * 60 * 1000, everyMs: 500, tellEveryMs: 5_000 };
/** SQLSTATE of what waiting does not mend: class 28 (who we are), and 3D000 (no such database). */
const REFUSED = /^(28...|3D000)$/;

/**
 * Does a step of the start that needs the database, again and again while that cannot be reached. The step has to be one that
 * may be repeated.
 *
 * @throws NoDatabase when it has not come in time, or will not have us
 */
export async function untilReachable<T>(
  databaseUrl: string,
  step: () => Promise<T>,
  { limitMs, everyMs, tellEveryMs }: Patience = USUAL,
): Promise<T> {
  const deadline = performance.now() + limitMs;
  let toldAt = -Infinity;
  for (;;) {
    try {
      return await step();
    } catch (error) {
      const cause = causeOf(error);
      if (REFUSED.test(cause.code)) throw new NoDatabase(`The database at ${addressOf(databaseUrl)}: ${cause.words}`);
      if (!isDatabaseUnreachable(error)) throw error;
      const leftMs = deadline - performance.now();
      if (leftMs <= 0)
        throw new NoDatabase(`The database at ${addressOf(databaseUrl)} cannot be reached: ${cause.words}`);
      if (performance.now() - toldAt >= tellEveryMs) {
        toldAt = performance.now();
        const seconds = Math.ceil(leftMs / 1000);
        console.log(`waiting for the database at ${addressOf(databaseUrl)}, ${seconds} s more: ${cause.words}`);
      }
      await pause(everyMs);
    }
  }
}

/** What DATABASE_URL leads to, without its credentials. */
function addressOf(databaseUrl: string): string {
  const { host, port, database } = new pg.Client({ connectionString: databaseUrl });
  return `${host}:${port} (DATABASE_URL, database “${database}”)`;
}

/** A name with two addresses fails with both reasons inside, and without words of its own. */
function causeOf(error: unknown): { code: string; words: string } {
  const inner = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const code = inner instanceof Error && 'code' in inner ? String(inner.code) : '';
  const words = inner instanceof Error ? inner.message.trim().split('\n').at(-1) : '';
  return { code, words: words || code || 'no reason was given' };
}
