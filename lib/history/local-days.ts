// Days as an agent's calendar has them. Dates are texts, 2026-11-21, for a day is no moment.

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether this process knows the time zone; browsers send IANA names. */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** Nobody means days before or behind: 0002-11-21 is what a date field has while the year is typed. */
export const FIRST_DATE = '1900-01-01';
export const LAST_DATE = '2999-12-31';

/** Whether there is such a day, in a year that somebody may mean: 2026-02-30 is none. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < FIRST_DATE || text > LAST_DATE) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one date to another, both counted. */
export function countDays(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS + 1;
}

/** The date on which a moment falls there. */
export function dateIn(timeZone: string, moment: Date): string {
  return new Date(moment.getTime() + offsetMs(timeZone, moment)).toISOString().slice(0, 10);
}

/** When a day begins there. Where clocks are put forward at midnight, the first moment of that day. */
export function startOfDay(date: string, timeZone: string): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // The offset may change between the guess and midnight itself. The earlier of two answers is before the change; where
  // that one still belongs to the day before, midnight was left out.
  const guesses = [-DAY_MS, DAY_MS].map((shift) => midnight - offsetMs(timeZone, new Date(midnight + shift)));
  const [early, late] = [Math.min(...guesses), Math.max(...guesses)];
  return new Date(dateIn(timeZone, new Date(early)) >= date ? early : late);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far its clocks are ahead of UTC at that moment. */
function offsetMs(timeZone: string, moment: Date): number {
  const format = formats.get(timeZone) ?? newFormat(timeZone);
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment.getTime() / 1000) * 1000;
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat('en', {
    ...{ timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  // Any text may be asked for and few are: what browsers send are some four hundred.
  if (formats.size < 1_000) formats.set(timeZone, format);
  return format;
}
