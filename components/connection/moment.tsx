'use client';

import { useIsHydrated } from '@/lib/call/use-is-hydrated';

const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DATE_AND_TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const TO_THE_SECOND = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

const FORMATS = { time: TIME, 'date-and-time': DATE_AND_TIME, 'to-the-second': TO_THE_SECOND };

/** A moment in the agent's own time zone and manner, which only the browser knows: empty while the server renders. */
export function Moment({ at, kind = 'date-and-time' }: { at: string; kind?: keyof typeof FORMATS }) {
  const isHydrated = useIsHydrated();
  const date = new Date(at);
  return (
    <time dateTime={at} title={at} className="whitespace-nowrap tabular-nums">
      {isHydrated ? FORMATS[kind].format(date) : ' '}
    </time>
  );
}
