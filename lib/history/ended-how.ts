import type { EndedBy } from '@/lib/conferences/conference';
import { mayHavePeople, type MeetingEnd } from '@/lib/meetings/meeting';
import type { EndedHow } from './history-reports';

interface EndingMeeting extends MeetingEnd {
  cancelledAt: Date | null;
}

interface EndingCall {
  firstArrivedAt: Date | null;
  lastLeftAt: Date | null;
  endedAt: Date | null;
  /** Null while it lasts. */
  endedBy: EndedBy | null;
}

/** Nodes keep their own time, and panels leave a moment early: that much before the end counts as the end. */
const NEAR_MS = 5_000;

const WORDS_OF_INFINITY: Record<EndedBy, EndedHow> = {
  host: 'host',
  administrator: 'administrator',
  participant: 'participant',
  everyone_left: 'everyone-left',
  lost: 'lost',
};

/**
 * Why a call is over; null while it is not, nor everybody put out. One of which no end was ever reported is lost, as the desk
 * takes it. Infinity knows who disconnected it, we know why: at the end of a meeting, and when it is cancelled, it is we who
 * do so, as an administrator or through a host's panel.
 */
export function endedHow(meeting: EndingMeeting, call: EndingCall | null, now: Date): EndedHow | null {
  const { validUntil, cancelledAt } = meeting;
  if (!call?.firstArrivedAt) {
    if (cancelledAt) return 'cancelled';
    return now >= validUntil ? 'nobody-came' : null;
  }
  if (!call.endedBy) return mayHavePeople(meeting, now) ? null : 'lost';
  const end = call.lastLeftAt ?? call.endedAt;
  if (isAtOrAfter(end, cancelledAt)) return 'cancelled';
  if (isAtOrAfter(end, validUntil)) return 'time-up';
  return WORDS_OF_INFINITY[call.endedBy];
}

function isAtOrAfter(end: Date | null, moment: Date | null): boolean {
  return end !== null && moment !== null && end.getTime() >= moment.getTime() - NEAR_MS;
}
