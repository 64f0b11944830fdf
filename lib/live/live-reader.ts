import type { LiveNotice } from './live-channel';
import { findLiveMeetings, findNamedMeetings, type FoundMeeting, type NamedMeetings } from './live-store';

/** What was found: everything, or no more than what was named. */
export type LiveReading = { found: FoundMeeting[]; named: NamedMeetings | null };

export interface LiveReader {
  /** Has a meeting looked at again, or all of them, as soon as may be. */
  want(what: LiveNotice | 'everything'): void;
  stop(): void;
}

/** Changes come in bursts: one transaction tells of many meetings. */
const BURST_MS = 5;
/** From one look at the tables to the next: one answers all changes in between (a join is half a dozen events). */
const COALESCE_MS = 50;
/**
 * And at least so many times as long as a look of that kind took: under any load the desk leaves most of the process to
 * callers. A look at everything, which may take a moment, does not hold up what is told of single meetings after it.
 */
const REST_FACTOR = 2;
const AFTER_FAILURE_MS = 1_000;

/** Looks at the tables for whatever is wanted, one look at a time, until stopped. */
export function liveReader(take: (reading: LiveReading) => void): LiveReader {
  let isEverythingWanted = false;
  /** Nobody knows yet what else there is, or what a look that failed would have found. */
  let isAllUnknown = true;
  let serviceNames = new Set<string>();
  let meetingIds = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let timerDue = Infinity;
  let isReading = false;
  let isStopped = false;
  /** Not before, by `performance.now`. */
  const restUntil = { everything: 0, named: 0 };

  const isNamedWanted = () => serviceNames.size > 0 || meetingIds.size > 0;

  function schedule(): void {
    if (isReading || isStopped) return;
    const due = Math.min(
      isEverythingWanted ? restUntil.everything : Infinity,
      isNamedWanted() ? restUntil.named : Infinity,
    );
    const now = performance.now();
    const at = Math.max(now + BURST_MS, due);
    if (due === Infinity || timerDue <= at) return;
    clearTimeout(timer);
    timerDue = at;
    timer = setTimeout(() => void read(), at - now);
  }

  /** What is wanted from here on may not be in what is being read, so it is read once more. */
  function takeWanted(): NamedMeetings | null {
    const isAllsTurn = isEverythingWanted && (!isNamedWanted() || restUntil.everything <= performance.now());
    const named = isAllUnknown || isAllsTurn ? null : { serviceNames, meetingIds };
    if (!named) isEverythingWanted = false;
    [serviceNames, meetingIds] = [new Set(), new Set()];
    return named;
  }

  async function read(): Promise<void> {
    timerDue = Infinity;
    isReading = true;
    const named = takeWanted();
    const begun = performance.now();
    try {
      const now = new Date();
      const found = named ? await findNamedMeetings(named, now) : await findLiveMeetings(now);
      if (isStopped) return;
      isAllUnknown = false;
      take({ found, named });
      const end = performance.now();
      restUntil.named = end + COALESCE_MS;
      restUntil[named ? 'named' : 'everything'] = end + Math.max(COALESCE_MS, REST_FACTOR * (end - begun));
    } catch (error) {
      if (isStopped) return;
      console.error('live list could not be read:', error instanceof Error ? error.message : error);
      isEverythingWanted = isAllUnknown = true;
      restUntil.everything = restUntil.named = performance.now() + AFTER_FAILURE_MS;
    }
    isReading = false;
    schedule();
  }

  return {
    want(what) {
      if (what === 'everything') isEverythingWanted = true;
      else if ('serviceName' in what) serviceNames.add(what.serviceName);
      else meetingIds.add(what.meetingId);
      schedule();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
