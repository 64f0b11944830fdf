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
/** And at least so many times as long as it took: under any load the desk leaves most of the process to callers. */
const REST_FACTOR = 2;
const AFTER_FAILURE_MS = 1_000;

/** Looks at the tables for whatever is wanted, one look at a time, until stopped. */
export function liveReader(take: (reading: LiveReading) => void): LiveReader {
  let isEverythingWanted = false;
  let serviceNames = new Set<string>();
  let meetingIds = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isReading = false;
  let isStopped = false;
  /** By `performance.now`. */
  let restUntil = 0;

  function schedule(): void {
    if (isReading || isStopped) return;
    timer ??= setTimeout(() => void read(), Math.max(BURST_MS, restUntil - performance.now()));
  }

  async function read(): Promise<void> {
    timer = undefined;
    isReading = true;
    const begun = performance.now();
    const named = isEverythingWanted ? null : { serviceNames, meetingIds };
    // What is wanted from here on may not be in what is being read, so it is read once more.
    isEverythingWanted = false;
    [serviceNames, meetingIds] = [new Set(), new Set()];
    let restMs = COALESCE_MS;
    try {
      const now = new Date();
      const found = named ? await findNamedMeetings(named, now) : await findLiveMeetings(now);
      if (isStopped) return;
      take({ found, named });
      restMs = Math.max(COALESCE_MS, REST_FACTOR * (performance.now() - begun));
    } catch (error) {
      if (isStopped) return;
      console.error('live list could not be read:', error instanceof Error ? error.message : error);
      isEverythingWanted = true;
      restMs = AFTER_FAILURE_MS;
    }
    restUntil = performance.now() + restMs;
    isReading = false;
    if (isEverythingWanted || serviceNames.size > 0 || meetingIds.size > 0) schedule();
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
