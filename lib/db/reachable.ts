import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseAnswering } from './is-answering';
import { isDatabaseUnreachable } from './prisma-errors';

/** The database cannot be reached; said at once, without trying again for every caller. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway';
  constructor() {
    super('the database cannot be reached');
  }
}

/** A query that has taken so long makes us look whether the database is there at all: it may be busy, or gone. */
const SLOW_MS = 300;
/** How long it may then take to greet somebody: with SLOW_MS well below what a node waits, and what two time-outs would take. */
const GREETS_WITHIN_MS = 1_200;
/** The same for one that was away, which nobody waits for: one that is only slow must not seem away for ever. */
const RETURNS_WITHIN_MS = 3_000;
/** How often an absent database is looked for. */
const PROBE_EVERY_MS = 100;

let isAway = false;
/** Queries that were answered: whatever a probe says, somebody was there. */
let answered = 0;
let looking: Promise<boolean> | null = null;
let isWatching = false;
/** Those who wait for a query, and what ends their waiting. */
const waiting = new Set<() => void>();

/** Whether it is known to be away: what nobody waits for need not be tried. */
export const isDatabaseAway = (): boolean => isAway;

/** Somebody's query was answered, on whatever connection: the database is there, also for those whom it greets slowly. */
export function databaseAnswered(): void {
  answered += 1;
  if (!isAway) return;
  isAway = false;
  console.log('the database is back');
}

/**
 * Runs a query on which a caller is waiting. Once the database is known to be away, those who wait and those who come fail at
 * once, instead of each waiting for a time-out of its own, until it has answered again.
 *
 * @throws DatabaseAway
 */
export async function whileReachable<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await unlessFoundAway(query);
  } catch (error) {
    if (!isDatabaseUnreachable(error) || (await isGone())) throw asAway(error);
    // One connection was lost, or one answer did not come in time: this process may have been the one that was busy.
    return unlessFoundAway(query).catch((second: unknown) => Promise.reject(asAway(second)));
  }
}

/**
 * The same for a query on the desk's connections. It may find none free, which says nothing about the database: others go on
 * asking.
 *
 * @throws DatabaseAway
 */
export async function unlessAway<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await unlessFoundAway(query);
  } catch (error) {
    if (isDatabaseUnreachable(error)) void isGone();
    throw asAway(error);
  }
}

const asAway = (error: unknown) => (isDatabaseUnreachable(error) ? new DatabaseAway() : error);

function unlessFoundAway<T>(query: () => Promise<T>): Promise<T> {
  if (isAway) return Promise.reject(new DatabaseAway());
  const asked = query();
  return new Promise<T>((resolve, reject) => {
    const giveUp = () => reject(new DatabaseAway());
    const doubt = setTimeout(() => void isGone(), SLOW_MS);
    const done = () => (clearTimeout(doubt), waiting.delete(giveUp));
    waiting.add(giveUp);
    asked
      .then((result) => {
        databaseAnswered();
        resolve(result);
      }, reject)
      .finally(done);
  });
}

/** Looks once for all who doubt at the same moment. */
function isGone(): Promise<boolean> {
  if (isAway) return Promise.resolve(true);
  return (looking ??= look().finally(() => (looking = null)));
}

async function look(): Promise<boolean> {
  const before = answered;
  if ((await isDatabaseAnswering(GREETS_WITHIN_MS)) || answered > before) return false;
  isAway = true;
  console.error('the database cannot be reached: meetings seen lately are answered from memory');
  for (const giveUp of waiting) giveUp();
  void watchForReturn();
  return true;
}

async function watchForReturn(): Promise<void> {
  if (isWatching) return;
  isWatching = true;
  do await pause(PROBE_EVERY_MS, undefined, { ref: false });
  while (isAway && !(await isDatabaseAnswering(RETURNS_WITHIN_MS)));
  isWatching = false;
  databaseAnswered();
}
