import type { DailyFigures, DayFigures } from './figures-report';
import { daysAsked, type DaysQuery } from './history-query';
import { loadDays } from './daily-figures-store';
import { addDays, startOfDay } from './local-days';

/** The figures of each day that is asked for, the last thirty when none is named. */
export async function dailyFigures(query: DaysQuery, now: Date): Promise<DailyFigures> {
  const { timeZone, dates } = daysAsked(query, now);
  const bounds = [...dates, addDays(dates.at(-1)!, 1)].map((date) => startOfDay(date, timeZone));
  const byDay = new Map((await loadDays(bounds)).map(({ day, ...figures }) => [day, figures]));
  return { timeZone, days: dates.map((date, index) => ({ date, ...(byDay.get(index) ?? NOTHING) })) };
}

const NOTHING: Omit<DayFigures, 'date'> = {
  ...{ meetings: 0, visited: 0, answered: 0, people: 0, badQuality: 0 },
  ...{ ratings: 0, ratingMean: null },
  ...{ waitMedianMs: null, waitP90Ms: null, durationMeanMs: null, durationTotalMs: 0 },
};
