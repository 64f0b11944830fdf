/** A meeting's life, as design says it: nothing here is stored, it follows from the window and the clock. */
export type MeetingState = 'scheduled' | 'open' | 'ended' | 'cancelled';

/** What the rules need to know of a meeting. */
export interface MeetingWindow {
  validFrom: Date;
  /** First moment at which the meeting is over: the window is `[validFrom, validUntil)`. */
  validUntil: Date;
  cancelledAt: Date | null;
}

/** People may come in this long before the window opens, so that nobody waits outside for a slow clock. */
export const EARLY_GRACE_MS = 10 * 60 * 1000;

/** When the doors open: the window's start less the early grace. */
export function opensAt(meeting: MeetingWindow): Date {
  return new Date(meeting.validFrom.getTime() - EARLY_GRACE_MS);
}

/** Whether it was cancelled before its doors opened: then nobody can ever have come in. */
export function neverOpened(meeting: MeetingWindow): boolean {
  return meeting.cancelledAt !== null && meeting.cancelledAt < opensAt(meeting);
}

/**
 * People are put out at the end, and reported a moment later. Whoever is said to be there longer than this, although the end
 * was carried out, is the ghost of a node that crashed and could not report it (event-sink.md §1).
 */
export const AFTER_END_MS = 15 * 60 * 1000;

/** How a meeting ends: when its time is up, and when everybody was put out. */
export interface MeetingEnd {
  validUntil: Date;
  /** Null while they were not. */
  putOutAt: Date | null;
}

/** Whether somebody may be in it of whom no end was reported: until they were put out, telephones go on talking. */
export function mayHavePeople({ validUntil, putOutAt }: MeetingEnd, now: Date): boolean {
  return putOutAt === null || validUntil.getTime() + AFTER_END_MS > now.getTime();
}

/** The state at `now`. Cancelled wins over everything, since a cancelled meeting never opens again. */
export function meetingState(meeting: MeetingWindow, now: Date): MeetingState {
  if (meeting.cancelledAt) return 'cancelled';
  if (now >= meeting.validUntil) return 'ended';
  return now >= opensAt(meeting) ? 'open' : 'scheduled';
}
