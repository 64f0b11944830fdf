/** What can be asked for: every half hour, and late enough before closing for a talk. */
const STEP_MS = 30 * 60 * 1000;

export interface OpenTime {
  opensAt: string;
  closesAt: string;
}

/** The times of one day, in ms since the epoch; `key` is the day's date where the visitor is. */
export interface SlotDay {
  key: string;
  times: number[];
}

/** The times at which somebody could call back, by the visitor's own days. */
export function slotsByDay(openings: readonly OpenTime[], nowMs: number, timeZone: string): SlotDay[] {
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const days = new Map<string, number[]>();
  for (const { opensAt, closesAt } of openings) {
    const first = Math.max(Date.parse(opensAt), nowMs + 1);
    for (let at = Math.ceil(first / STEP_MS) * STEP_MS; at + STEP_MS <= Date.parse(closesAt); at += STEP_MS) {
      const key = dayOf.format(at);
      days.set(key, [...(days.get(key) ?? []), at]);
    }
  }
  return [...days].map(([key, times]) => ({ key, times }));
}

/** A time that was chosen before, or null where it is no longer to be had: it has passed, or the hours have changed. */
export function stillOffered(days: readonly SlotDay[], atMs: number | null): number | null {
  return days.some(({ times }) => times.some((time) => time === atMs)) ? atMs : null;
}
