import { setTimeout as pause } from 'node:timers/promises';

/** How soon after a pass the next may follow: what arrives within it (a join is half a dozen events) is applied together. */
const LOOK_MS = 10;
/** Work that takes longer, of so few events that none are left, is that of a meeting of thousands: it rests as long as it took. */
const LONG_WORK_MS = 100;
/** But no longer: a desk is told of somebody who waits there too. */
const LONGEST_PAUSE_MS = 1_000;
/** In a flood: several writes are done between one look and the next. */
const FLOOD_LOOK_MS = 100;
/** More than any desk can follow, event by event. At fewer a desk is told soon, however slowly they are stored. */
const FLOOD_PER_SECOND = 500;
/** And so many of them found every writer at work: nodes wait for us. Not more, since what waits shares a write. */
const FLOOD_WAITING_SHARE = 0.25;
/**
 * Storing comes first, for a node waits for it: in a flood a twentieth of the time goes into applying, and the rest is made
 * up for afterwards. While storing keeps up by itself, applying keeps up as well as it can, at any rate.
 */
const REST_PER_WORK = 19;
const LONGEST_REST_MS = 10_000;

/** What was stored so far, or within some time. */
export interface Stored {
  events: number;
  deliveries: number;
  /** Of these deliveries: those that had to wait until a writer was free. */
  waited: number;
}

/** Whether what was stored within `ms` is a flood. Pure. */
export function isFlood({ events, deliveries, waited }: Stored, ms: number): boolean {
  return events * 1_000 > FLOOD_PER_SECOND * ms && waited > FLOOD_WAITING_SHARE * deliveries;
}

/** A moment, by `performance.now`, and what had been stored by then. */
export interface Moment {
  at: number;
  stored: Stored;
}

/**
 * Leaves processor and database to those who store events, and to callers, in fair proportion to the work just done.
 *
 * @param begun when that work began
 * @param isMore whether it left something to be done: that is not put off for callers' sake
 */
export async function giveWay(
  begun: Moment,
  look: () => Moment,
  isMore: boolean,
  wait: (ms: number) => Promise<unknown> = pause,
): Promise<void> {
  const done = look();
  const workMs = done.at - begun.at;
  const until = done.at + Math.min(LONGEST_REST_MS, REST_PER_WORK * workMs);
  await wait(isMore || workMs <= LONG_WORK_MS ? LOOK_MS : Math.min(workMs, LONGEST_PAUSE_MS));
  let [from, now] = [begun, look()];
  while (now.at < until && isFloodBetween(from, now)) {
    await wait(Math.min(FLOOD_LOOK_MS, until - now.at));
    [from, now] = [now, look()];
  }
}

function isFloodBetween({ at, stored }: Moment, now: Moment): boolean {
  const { events, deliveries, waited } = now.stored;
  const since = {
    events: events - stored.events,
    deliveries: deliveries - stored.deliveries,
    waited: waited - stored.waited,
  };
  return isFlood(since, now.at - at);
}
