import { minutesOf, type OpeningHours, type WeeklyHours } from './opening-hours';
import { firstInstantAt, wallAt } from './wall-clock';

/** From `opensAt` on and before `closesAt`. */
export interface OpenTime {
  opensAt: Date;
  closesAt: Date;
}

export type Opening =
  /** Null: it does not change within LOOK_AHEAD_DAYS. */
  { isOpen: true; closesAt: Date | null } | { isOpen: false; opensAt: Date | null };

/** How far ahead an opening or a closing is looked for. */
export const LOOK_AHEAD_DAYS = 62;

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Whether it is open, and until when. A range begins at the first instant at which the wall clock says its `from`, and ends
 * at the first at which it says its `until`; ranges that touch or overlap, also over midnight, are one.
 */
export function openingAt(hours: OpeningHours, now: Date): Opening {
  if (hours.kind === 'always') return { isOpen: true, closesAt: null };
  const [next] = openTimes(hours, now);
  if (!next) return { isOpen: false, opensAt: null };
  if (next.opensAt > now) return { isOpen: false, opensAt: next.opensAt };
  const horizon = now.getTime() + LOOK_AHEAD_DAYS * DAY_MS;
  return { isOpen: true, closesAt: next.closesAt.getTime() < horizon ? next.closesAt : null };
}

/** The times that end after `now`, soonest first, as far as is looked ahead. */
export function* openTimes(hours: WeeklyHours, now: Date): Generator<OpenTime> {
  let current: { from: number; until: number } | null = null;
  for (const range of rangesAround(hours, now)) {
    if (current && range.from <= current.until) {
      current.until = Math.max(current.until, range.until);
      continue;
    }
    if (current && current.until > now.getTime()) yield asTime(current);
    current = range;
  }
  if (current && current.until > now.getTime()) yield asTime(current);
}

const asTime = ({ from, until }: { from: number; until: number }): OpenTime => ({
  opensAt: new Date(from),
  closesAt: new Date(until),
});

/** Each range by itself, in the order in which they begin, from the day before: it may go on over midnight. */
function* rangesAround(
  { timeZone, days, closedDates }: WeeklyHours,
  now: Date,
): Generator<{ from: number; until: number }> {
  const closed = new Set(closedDates);
  const today = Math.floor(wallAt(now.getTime(), timeZone) / DAY_MS) * DAY_MS;
  for (let ahead = -1; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const midnight = today + ahead * DAY_MS;
    const date = new Date(midnight);
    if (closed.has(date.toISOString().slice(0, 10))) continue;
    const ranges = days[(date.getUTCDay() + 6) % 7] ?? [];
    for (const { from, until } of ranges.map(minutesOf).sort((one, other) => one.from - other.from)) {
      const begin = firstInstantAt(midnight + from * MINUTE_MS, timeZone);
      const end = firstInstantAt(midnight + until * MINUTE_MS, timeZone);
      // All of it lies where the clock leaps.
      if (end > begin) yield { from: begin, until: end };
    }
  }
}
