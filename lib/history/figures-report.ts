// What the page of daily figures is told, as its route sends it. Pure and without zod. Durations in milliseconds.

/** One day's meetings, by their beginning. */
export interface DayFigures {
  /** In the asked time zone: 2026-11-21. */
  date: string;
  meetings: number;
  /** Meetings that somebody called into. */
  visited: number;
  answered: number;
  /** Half of the answered ones waited no longer, and nine in ten. */
  waitMedianMs: number | null;
  waitP90Ms: number | null;
  durationMeanMs: number | null;
  durationTotalMs: number;
  people: number;
  /** Meetings in which somebody's quality was bad or worse. */
  badQuality: number;
  /** How often calls of that day were rated, and how well: 1 to 5, null where they were not. */
  ratings: number;
  ratingMean: number | null;
}

export interface DailyFigures {
  timeZone: string;
  /** Oldest first, without gaps. */
  days: DayFigures[];
}
