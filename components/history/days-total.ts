import type { DayFigures } from '@/lib/history/figures-report';

/** What adds up over days; medians and means do not. */
export function totalOf(days: readonly DayFigures[]) {
  const sum = (read: (day: DayFigures) => number) => days.reduce((total, day) => total + read(day), 0);
  return {
    meetings: sum((day) => day.meetings),
    visited: sum((day) => day.visited),
    answered: sum((day) => day.answered),
    durationTotalMs: sum((day) => day.durationTotalMs),
    ratings: sum((day) => day.ratings),
    stars: sum((day) => day.ratings * (day.ratingMean ?? 0)),
  };
}
