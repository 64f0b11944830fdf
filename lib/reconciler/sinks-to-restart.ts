import { saysSinkStopped, type Alarm } from '@/lib/management/alarms';
import type { EventSink } from '@/lib/management/event-sinks';

/** Several may be needed, minutes apart, until what was buffered has arrived (event-sink.md §1, P). */
const BETWEEN_RESTARTS_MS = 10 * 60 * 1000;

export interface StoppedSink {
  sink: EventSink;
  /** What was raised about it. */
  alarms: string[];
}

/**
 * Our sinks that a publisher stopped sending to, and that were not restarted lately. Ours are those with our address: no
 * other is ever touched, whatever it is called.
 */
export function sinksToRestart(
  alarms: readonly Alarm[],
  sinks: readonly EventSink[],
  appUrl: string,
  restartedAt: Readonly<Record<string, Date>>,
  now: Date,
): StoppedSink[] {
  const stopped = alarms.filter(saysSinkStopped);
  return sinks.flatMap((sink) => {
    const about = stopped.filter((alarm) => mayBeAbout(alarm, sink, sinks));
    const lastMs = restartedAt[sink.id]?.getTime() ?? -Infinity;
    const isDue = about.length > 0 && isOurs(sink, appUrl) && now.getTime() - lastMs >= BETWEEN_RESTARTS_MS;
    return isDue ? [{ sink, alarms: [...new Set(about.map(({ name }) => name))] }] : [];
  });
}

/** Below the address that we tell administrators, with or without a secret segment. */
export function isOurs({ url }: EventSink, appUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const [theirs, ours] = [new URL(url), new URL(`${appUrl}/api/events`)];
  const path = theirs.pathname.replace(/\/+$/, '');
  return theirs.origin === ours.origin && (path === ours.pathname || path.startsWith(`${ours.pathname}/`));
}

/** What an alarm says of its sink is not documented. One that names another sink is that one's; one that names none, all's. */
function mayBeAbout({ details, instance, identifier }: Alarm, sink: EventSink, sinks: readonly EventSink[]): boolean {
  const words = [details, instance, identifier].join(' ');
  const named = sinks.filter(({ name, url }) => (name !== '' && words.includes(name)) || words.includes(url));
  return named.length === 0 || named.includes(sink);
}
