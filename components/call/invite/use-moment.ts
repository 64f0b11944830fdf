import { useFormatter } from 'use-intl';

const hour = { hour: 'numeric', minute: '2-digit' } as const;

/** Writes a moment as one says it today: the time alone, or the day before it. In the visitor's time zone. */
export function useMoment() {
  const format = useFormatter();
  return (atMs: number) => {
    const isToday = new Date(atMs).toDateString() === new Date().toDateString();
    return format.dateTime(atMs, isToday ? hour : { weekday: 'short', day: 'numeric', month: 'long', ...hour });
  };
}
