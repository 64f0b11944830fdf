import type { Conference } from '@/lib/conferences/conference';
import type { Happening, ToldMeeting } from './happening';

// What happens to a meeting by its own record. Pure.

/**
 * Those who were put out are reported some seconds later by the nodes that carried them, and what the call came to is known
 * only then: it is looked for so often, and at most so long.
 */
export const FACTS_LOOK_MS = 5_000;
const FACTS_WAIT_MS = 60_000;

export function meetingCreated(meeting: ToldMeeting, at: Date): Happening {
  return { type: 'meeting.created', key: `created:${meeting.serviceName}`, at, meeting };
}

export function meetingCancelled(meeting: ToldMeeting, at: Date): Happening {
  return { type: 'meeting.cancelled', key: `cancelled:${meeting.serviceName}`, at, meeting };
}

/** It is over, whether or not everybody is out yet. A meeting that was given more time after all ends again, and that is told too. */
export function meetingEnded(meeting: ToldMeeting, at: Date): Happening {
  const key = `ended:${meeting.serviceName}@${meeting.validUntil.toISOString()}`;
  return { type: 'meeting.ended', key, at, meeting, notBefore: new Date(at.getTime() + FACTS_LOOK_MS) };
}

/** A row of the conference table as the database gives it. */
type StoredConference = Omit<Conference, 'endedBy' | 'durationMs'> & {
  endedBy: string | null;
  durationMs: bigint | null;
};

/** Whether what a call came to is still to be reported. Of a call to which nobody ever came there is nothing to wait for. */
export function areFactsAwaited(
  conference: Pick<StoredConference, 'firstArrivedAt' | 'endedAt'> | null,
  endedAt: Date,
  now: Date,
): boolean {
  if (!conference?.firstArrivedAt || conference.endedAt) return false;
  return now.getTime() - endedAt.getTime() < FACTS_WAIT_MS;
}

/** What a call came to, as receivers are told; all null or zero when nobody ever came. */
export function factsOf(conference: StoredConference | null) {
  const iso = (moment: Date | null | undefined) => moment?.toISOString() ?? null;
  return {
    firstArrivedAt: iso(conference?.firstArrivedAt),
    firstJoinedAt: iso(conference?.firstJoinedAt),
    hostJoinedAt: iso(conference?.hostJoinedAt),
    answeredAt: iso(conference?.answeredAt),
    lastLeftAt: iso(conference?.lastLeftAt),
    people: conference?.people ?? 0,
    peak: conference?.peak ?? 0,
    durationMs: conference && conference.durationMs !== null ? Number(conference.durationMs) : null,
    endedBy: conference?.endedBy ?? null,
    worstQuality: conference?.worstQuality ?? null,
  };
}
