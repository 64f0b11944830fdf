import * as z from 'zod/mini';
import { isDay, isTimeZone } from './wall-clock';

// When somebody is there to answer, as an administrator sets it. Pure: the desk's form reads it too.

const TIME = 'must be a time from 00:00 to 23:59';
const time = z.string(TIME).check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, TIME));

/** Wall times. Not later than `from`, `until` is on the next day: 22:00 to 02:00, and 00:00 to 00:00 is a whole day. */
const Range = z.strictObject({ from: time, until: time });
export type OpeningRange = z.infer<typeof Range>;

const MINUTES_A_DAY = 24 * 60;
const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** Both in minutes after the midnight with which the day begins that `from` is on. */
export function minutesOf({ from, until }: OpeningRange): { from: number; until: number } {
  const [begin, end] = [minutes(from), minutes(until)];
  return { from: begin, until: end > begin ? end : end + MINUTES_A_DAY };
}

const MOST_RANGES = 6;
const Day = z.array(Range).check(
  z.maxLength(MOST_RANGES, `must have at most ${MOST_RANGES} ranges`),
  z.superRefine((ranges, context) => {
    const known = ranges.map(minutesOf);
    known.forEach((range, index) => {
      const isTaken = known.slice(0, index).some(({ from, until }) => from < range.until && range.from < until);
      if (isTaken) context.addIssue({ code: 'custom', path: [index, 'from'], message: 'overlaps with another range' });
    });
  }),
);

const DATE = 'must be a day, as in 2026-12-24';
const day = z.string(DATE).check(z.refine(isDay, DATE));
const MOST_DATES = 200;

export const OpeningHours = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  z.strictObject({
    kind: z.literal('weekly'),
    timeZone: z.string().check(z.maxLength(60), z.refine(isTimeZone, 'must be a time zone by name, as in Europe/Oslo')),
    /** Monday first. */
    days: z.array(Day).check(z.refine((days) => days.length === 7, 'must have seven days')),
    /** Days on which nothing opens. What opened the evening before still closes after midnight. */
    closedDates: z.array(day).check(z.maxLength(MOST_DATES, `must be at most ${MOST_DATES} days`)),
  }),
]);
export type OpeningHours = z.infer<typeof OpeningHours>;
export type WeeklyHours = Extract<OpeningHours, { kind: 'weekly' }>;

/** What the form begins with when somebody turns from always open to hours. */
export function usualHours(timeZone: string): WeeklyHours {
  const workday = [{ from: '09:00', until: '17:00' }];
  return { kind: 'weekly', timeZone, days: [...Array(5).fill(workday), [], []], closedDates: [] };
}
