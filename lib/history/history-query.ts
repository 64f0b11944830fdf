import { z } from 'zod';
import { isStorable, storableText } from '@/lib/db/storable-text';
import { emptyAsNone } from '@/lib/http/query-fields';
import { cursorWith } from './cursor';
import { CALL_FATES, MEETING_STATES } from './history-reports';
import { addDays, countDays, dateIn, FIRST_DATE, isDate, isTimeZone, LAST_DATE, startOfDay } from './local-days';

// What the history's routes and pages are asked. An empty value is the same as none.

/** Longer than any name, and than any link of ours. */
const LONGEST_SEARCH = 600;
const LONGEST_FIGURES_DAYS = 366;
const USUAL_FIGURES_DAYS = 30;

const DateText = z
  .string()
  .max(10)
  .refine(isDate, `must be a date, as in 2026-11-21, between ${FIRST_DATE} and ${LAST_DATE}`);
const TimeZone = z.string().max(60).refine(isTimeZone, 'must be a time zone, as in Europe/Oslo');
/** What Postgres cannot hold, nothing in it can contain. */
const Search = z.string().trim().max(LONGEST_SEARCH).transform(storableText);

/** A key that Postgres can hold: any other one is none of ours. */
const key = (longest: number) => z.string().max(longest).refine(isStorable);

const period = {
  /** First and last day, in `timeZone`. */
  from: emptyAsNone(DateText),
  to: emptyAsNone(DateText),
  timeZone: emptyAsNone(TimeZone),
};

interface AskedPeriod {
  from?: string | undefined;
  to?: string | undefined;
  timeZone?: string | undefined;
}

const isForward = ({ from, to }: AskedPeriod) => !from || !to || from <= to;
const BACKWARD = { path: ['to'], message: 'must not be before the first day' };

/** From the first day's beginning up to, not including, the end of the last one. */
export interface Period {
  since?: Date;
  until?: Date;
}

export function periodOf({ from, to, timeZone = 'UTC' }: AskedPeriod): Period {
  return {
    ...(from && { since: startOfDay(from, timeZone) }),
    ...(to && { until: startOfDay(addDays(to, 1), timeZone) }),
  };
}

/** Query of `GET /api/meetings`, of its export and of the page's own address. */
export const MeetingQuery = z
  .object({
    /** Part of a topic or of a name, an alias in any form, or a join link. */
    search: emptyAsNone(Search),
    state: emptyAsNone(z.enum(MEETING_STATES)),
    calls: emptyAsNone(z.enum(CALL_FATES)),
    quality: emptyAsNone(z.enum(['bad'])),
    /** Rated at all, or by somebody with one or two stars. */
    rating: emptyAsNone(z.enum(['low', 'any'])),
    ...period,
    before: emptyAsNone(cursorWith([z.uuid()])),
  })
  .refine(isForward, BACKWARD);
export type MeetingQuery = z.infer<typeof MeetingQuery>;

/** Query of `GET /api/history/participants`, of its export and of the page's own address. */
export const ParticipantQuery = z
  .object({
    /** Part of a name or of an address. */
    search: emptyAsNone(Search),
    who: emptyAsNone(z.enum(['agents', 'others', 'never-in'])),
    quality: emptyAsNone(z.enum(['bad'])),
    ...period,
    before: emptyAsNone(cursorWith([key(250), key(100)])),
  })
  .refine(isForward, BACKWARD);
export type ParticipantQuery = z.infer<typeof ParticipantQuery>;

/** Query of `GET /api/history/days`. */
export const DaysQuery = z
  .object(period)
  .refine(isForward, BACKWARD)
  .refine(({ from, to }) => !from || !to || countDays(from, to) <= LONGEST_FIGURES_DAYS, {
    path: ['from'],
    message: `must be at most ${LONGEST_FIGURES_DAYS} days before the last day`,
  });
export type DaysQuery = z.infer<typeof DaysQuery>;

/** Which days are asked for: those named, else the last thirty. */
export function daysAsked({ from, to, timeZone = 'UTC' }: DaysQuery, now: Date): { timeZone: string; dates: string[] } {
  const today = dateIn(timeZone, now);
  const last = to ?? (from ? [addDays(from, LONGEST_FIGURES_DAYS - 1), today].sort()[0]! : today);
  const first = from ?? addDays(last, 1 - USUAL_FIGURES_DAYS);
  // From a day to come on there is nothing to tell but that day.
  const count = Math.max(1, countDays(first, last));
  return { timeZone, dates: Array.from({ length: count }, (_, index) => addDays(first, index)) };
}

/** Query of `GET /api/history/audit`. */
export const AuditQuery = z.object({ before: emptyAsNone(cursorWith([z.string().regex(/^\d{1,18}$/)])) });
export type AuditQuery = z.infer<typeof AuditQuery>;
