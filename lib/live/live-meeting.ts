import type { MeetingState } from '@/lib/meetings/meeting';

// What the desk is told, by the page's first render and by `GET /api/live` alike. Times are ISO 8601 UTC.

export interface LivePerson {
  /** The conversation: one for all legs of a person. */
  id: string;
  displayName: string;
  role: 'host' | 'guest' | null;
  /** Came in with an agent's ticket. */
  isAgent: boolean;
  /** Not let in yet: dialling, typing a PIN, or waiting for a host. */
  isWaiting: boolean;
  /** Since when they wait, or else since when they are in. */
  since: string;
  isMuted: boolean;
}

export interface LiveMeeting {
  alias: string;
  topic: string | null;
  visitorName: string | null;
  state: MeetingState;
  validFrom: string;
  validUntil: string;
  joinUrl: string;
  hasHost: boolean;
  hasAgent: boolean;
  people: LivePerson[];
}

export interface LiveList {
  /** Our clock when the list was made, so that a desk whose clock is wrong still counts rightly. */
  serverTime: string;
  /** In the order in which they want attention. */
  meetings: LiveMeeting[];
}

/** Somebody is there, and no agent: the row that must be seen first. */
export function needsAgent(meeting: LiveMeeting): boolean {
  return meeting.people.length > 0 && !meeting.hasAgent;
}
