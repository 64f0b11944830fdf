import { END_WARNING_MS, formatTimeLeft } from '@/lib/call/call-clock';
import { needsAgent, type LiveMeeting, type LivePerson } from '@/lib/live/live-meeting';
import { meetingState, opensAt, type MeetingState } from '@/lib/meetings/meeting';

export type DeskGroup = 'needs-agent' | 'in-call' | 'open' | 'scheduled';

/** The state at `nowMs`: a meeting opens and ends on the desk by the clock, without waiting for the next list. */
export function stateAt(meeting: LiveMeeting, nowMs: number): MeetingState {
  return meetingState(windowOf(meeting), new Date(nowMs));
}

/** The meetings under the headings of the desk, in the order in which they came. */
export function groupMeetings(meetings: readonly LiveMeeting[], nowMs: number): Record<DeskGroup, LiveMeeting[]> {
  const groups: Record<DeskGroup, LiveMeeting[]> = { 'needs-agent': [], 'in-call': [], open: [], scheduled: [] };
  for (const meeting of meetings) {
    const group = groupOf(meeting, nowMs);
    if (group) groups[group].push(meeting);
  }
  return groups;
}

function groupOf(meeting: LiveMeeting, nowMs: number): DeskGroup | null {
  const state = stateAt(meeting, nowMs);
  if (meeting.people.length > 0) return needsAgent(meeting) && state === 'open' ? 'needs-agent' : 'in-call';
  return state === 'open' || state === 'scheduled' ? state : null;
}

/** Putting everybody out takes seconds, and is reported a moment later. */
const END_TAKES_MS = 30_000;

/** Whether everybody should be out by now, and the Management Node has not done it. */
export function isEndLate({ endDueAt }: LiveMeeting, nowMs: number): boolean {
  return endDueAt !== null && nowMs - Date.parse(endDueAt) > END_TAKES_MS;
}

/** What a row says about the meeting's time: `42:10 left`, `Opens in 1:05:00`, `Time is up`, `Cancelled`. */
export function timeWords(meeting: LiveMeeting, nowMs: number): string {
  switch (stateAt(meeting, nowMs)) {
    case 'open':
      return `${formatTimeLeft(Date.parse(meeting.validUntil) - nowMs)} left`;
    case 'scheduled':
      return `Opens in ${formatTimeLeft(opensAt(windowOf(meeting)).getTime() - nowMs)}`;
    case 'ended':
      return isEndLate(meeting, nowMs) ? 'Time is up; still trying to end it' : 'Time is up';
    case 'cancelled':
      return isEndLate(meeting, nowMs) ? 'Cancelled; still trying to end it' : 'Cancelled';
  }
}

/** Whether the people in the call are being warned. */
export function endsSoon(meeting: LiveMeeting, nowMs: number): boolean {
  return stateAt(meeting, nowMs) === 'open' && Date.parse(meeting.validUntil) - nowMs <= END_WARNING_MS;
}

/** What stands where the people would: when it starts, or until when one can still come. By the reader's own clock. */
export function emptyWords(meeting: LiveMeeting, nowMs: number): string {
  const hasBegun = Date.parse(meeting.validFrom) <= nowMs;
  const time = new Date(hasBegun ? meeting.validUntil : meeting.validFrom);
  const clock = time.toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
  return hasBegun ? `Nobody is in; open until ${clock}` : `Starts at ${clock}`;
}

/** Long enough to tell two meetings apart, short enough for a row. */
export function shortAlias(alias: string): string {
  return alias.length <= 14 ? alias : `${alias.slice(0, 11)}…`;
}

export function meetingTitle(meeting: LiveMeeting): string {
  return meeting.topic ?? meeting.visitorName ?? meeting.people[0]?.displayName ?? 'Video call';
}

/** What is said of a connection whose media go badly; null while there is nothing to say. */
export function qualityWords({ quality }: LivePerson): string | null {
  if (quality === null || quality < 3) return null;
  return quality === 3 ? 'poor' : 'very poor';
}

function windowOf(meeting: LiveMeeting) {
  return {
    validFrom: new Date(meeting.validFrom),
    validUntil: new Date(meeting.validUntil),
    cancelledAt: meeting.state === 'cancelled' ? new Date(0) : null,
  };
}
