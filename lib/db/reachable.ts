import { setTimeout as pause } from 'node:timers/promises';
import { urgentPool } from './client';
import { isDatabaseUnreachable, isTimeout } from './prisma-errors';

/** The database cannot be reached; said at once, without trying again for every caller. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway';
  constructor() {
    super('the database cannot be reached');
  }
}

/** How often an absent database is looked for. */
const PROBE_EVERY_MS = 100;

let isAway = false;

/**
 * Runs a query on which a caller is waiting. Once one has failed because the database is away, the others fail at once,
 * instead of each waiting for a time-out of its own, until the database has answered again.
 *
 * @throws DatabaseAway
 */
export async function whileReachable<T>(query: () => Promise<T>): Promise<T> {
  if (isAway) throw new DatabaseAway();
  try {
    return await askTwiceIfSlow(query);
  } catch (error) {
    if (!isDatabaseUnreachable(error)) throw error;
    if (!isAway) void watchForReturn();
    throw new DatabaseAway();
  }
}

/** One answer that did not come in time is no outage: this process may have been the one that was busy. */
async function askTwiceIfSlow<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    if (!isTimeout(error) || isAway) throw error;
    return query();
  }
}

/**
 * The same for a query on the desk's connections. It may find none free, which says nothing about the database: others go on
 * asking.
 *
 * @throws DatabaseAway
 */
export async function unlessAway<T>(query: () => Promise<T>): Promise<T> {
  if (isAway) throw new DatabaseAway();
  try {
    return await query();
  } catch (error) {
    throw isDatabaseUnreachable(error) ? new DatabaseAway() : error;
  }
}

async function watchForReturn(): Promise<void> {
  isAway = true;
  console.error('the database cannot be reached: meetings seen lately are answered from memory');
  while (isAway) {
    await pause(PROBE_EVERY_MS, undefined, { ref: false });
    isAway = await urgentPool()
      .query('SELECT')
      .then(
        () => false,
        () => true,
      );
  }
  console.log('the database is back');
}
