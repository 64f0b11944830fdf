// Wall clocks of time zones. A wall time is written as the milliseconds that UTC would have at those digits, so that days can
// be added to it without thinking of summer time.

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', ...digits, second: '2-digit' });
  formats.set(timeZone, made);
  return made;
}

/** Whether this is a time zone by name, as in Europe/Oslo. Offsets are none: they know no summer. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** Whether this is a day of the calendar, as in 2026-12-24. */
export function isDay(text: string): boolean {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  // Some engines take the 30th of February for a day in March.
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
}

/** What the clock on the wall says at an instant (ms since the epoch), to the second. */
export function wallAt(instant: number, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The first instant at which the clock on the wall says `wall` or later. Of an hour that comes twice in autumn it is the first
 * one; a time that the clock leaps over in spring is the instant of the leap.
 */
export function firstInstantAt(wall: number, timeZone: string): number {
  const offsetAt = (instant: number) => wallAt(instant, timeZone) - Math.floor(instant / 1000) * 1000;
  // No zone is further from UTC than fourteen hours: the one is before any change that matters, the other one after.
  const byOldOffset = wall - offsetAt(wall - DAY_MS);
  const byNewOffset = wall - offsetAt(wall + DAY_MS);
  if (wallAt(byOldOffset, timeZone) === wall) return byOldOffset;
  if (wallAt(byNewOffset, timeZone) === wall) return byNewOffset;
  let before = Math.min(byOldOffset, byNewOffset);
  let after = Math.max(byOldOffset, byNewOffset);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallAt(middle, timeZone) < wall) before = middle;
    else after = middle;
  }
  return after;
}
