import { isAboutContent, isDatabaseUnreachable } from '@/lib/db/prisma-errors';
import { isDatabaseAway } from '@/lib/db/reachable';
import { queryWithoutSecrets } from '@/lib/capture/without-secrets';
import { cutText } from '@/lib/db/cut-text';
import { cutToColumns } from './cut-to-columns';
import type { Decision, Refusal } from './decision';
import { countRefusals, insertDecisions, noteSightings, type Sighting } from './decision-store';

// Decisions are written behind the answers: kept for a moment and stored many at once.

const FLUSH_AFTER_MS = 200;
/** Written out in one go, while callers wait: a thousand were seen to keep them for four milliseconds. */
const LARGEST_BATCH = 200;
/** Kept at most while the database is away or slower than we are asked; what comes on top is counted and let go. */
const MOST_WAITING = 50_000;
/**
 * Of what waits, so many of the newest are kept with all that was asked: taking its secrets out costs more than all the rest of
 * recording. Those we turned away are kept apart, since why is what somebody looks for, also when hundreds come in a second.
 */
const MOST_IN_FULL = 10;
const MOST_REFUSED_IN_FULL = 40;
const LONGEST_QUESTION = 2_000;
/** Addresses counted apart in one flush: somebody with many addresses must not fill our memory. */
const MOST_ADDRESSES = 1_000;

let waiting: Decision[] = [];
let refusals = new Map<string, Refusal & { attempts: number }>();
let letGo = 0;
let timer: NodeJS.Timeout | undefined;
let flushing: Promise<void> | null = null;

/** Keeps a decision to be stored within moments. Never waits, never fails. */
export function recordDecision(decision: Decision): void {
  if (waiting.length >= MOST_WAITING) {
    letGo += 1;
  } else {
    cutToColumns(decision);
    waiting.push(decision);
    const isRefused = decision.outcome === 'reject' || decision.outcome === 'failed';
    if (isRefused) keepInFull(decision, refusedInFull, MOST_REFUSED_IN_FULL);
    else keepInFull(decision, inFull, MOST_IN_FULL);
  }
  flushSoon();
}

/** The newest with their questions, of which some may be stored already. */
const inFull: Decision[] = [];
const refusedInFull: Decision[] = [];

function keepInFull(decision: Decision, kept: Decision[], most: number): void {
  kept.push(decision);
  if (kept.length > most) kept.shift()!.asked = '';
}

/** Counts somebody who came with wrong credentials. */
export function recordRefusal(refusal: Refusal): void {
  count({ ...refusal, address: cutText(refusal.address, 100), attempts: 1 });
  flushSoon();
}

function count(refusal: Refusal & { attempts: number }): void {
  const key = `${refusal.door} ${refusal.address}`;
  const known = refusals.get(key);
  if (known) {
    known.attempts += refusal.attempts;
    if (refusal.at > known.at) known.at = refusal.at;
  } else if (refusals.size < MOST_ADDRESSES) {
    refusals.set(key, refusal);
  }
}

/** Stores what waits. Returns when all that was recorded before is stored, or the database cannot be reached. */
export async function flushDecisions(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  // One that is under way may have begun before the newest came.
  if (flushing) await flushing;
  await (flushing ??= flush().finally(() => (flushing = null)));
}

function flushSoon(): void {
  timer ??= setTimeout(() => void flushDecisions(), FLUSH_AFTER_MS);
}

async function flush(): Promise<void> {
  if (isDatabaseAway()) return flushSoon();
  const refused = refusals;
  refusals = new Map();
  // What comes meanwhile waits for the next time: else, while anybody asks, one or two would be stored at once, all the time.
  let left = waiting.length;
  try {
    while (left > 0) {
      const batch = waiting.slice(0, Math.min(left, LARGEST_BATCH));
      for (const decision of batch) decision.asked &&= cutText(queryWithoutSecrets(decision.asked), LONGEST_QUESTION);
      await store(batch);
      waiting = waiting.slice(batch.length);
      left -= batch.length;
      await noteSightings(sightingsIn(batch));
    }
    await countRefusals([...refused.values()]);
    if (letGo > 0) console.error(`policy: ${letGo} decisions could not be recorded, more came than could be stored`);
    letGo = 0;
  } catch (error) {
    for (const counted of refused.values()) count(counted);
    // A database that is away is told elsewhere, and these wait for it.
    if (isDatabaseUnreachable(error)) return flushSoon();
    console.error('policy: what is known of answers could not be recorded:', error);
  }
}

/** Stores a batch. What Postgres will not take, for whatever is in it, costs no other row its place. */
async function store(batch: Decision[]): Promise<void> {
  try {
    await insertDecisions(batch);
  } catch (error) {
    if (isDatabaseUnreachable(error)) throw error;
    if (batch.length > 1 && isAboutContent(error)) {
      const middle = Math.ceil(batch.length / 2);
      await store(batch.slice(0, middle));
      return store(batch.slice(middle));
    }
    console.error(`policy: ${batch.length} decision(s) could not be recorded: ${(error as Error).message}`);
  }
}

function sightingsIn(decisions: readonly Decision[]): Sighting[] {
  const seen = new Map<string, Sighting>();
  for (const { node, location, version, at, request } of decisions) {
    const key = JSON.stringify([node, location]);
    const known = seen.get(key);
    const now = { version, at, [`${request}At`]: at };
    if (known) Object.assign(known, now, { requests: known.requests + 1 });
    else seen.set(key, { node, location, requests: 1, ...now });
  }
  return [...seen.values()];
}
