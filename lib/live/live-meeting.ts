import type { MeetingState } from '@/lib/meetings/meeting';

// What the desk is told, by the page's first render and by `GET /api/live` alike. Times are ISO 8601 UTC.

/** However quiet it is, so often something is told: it keeps proxies from closing a stream, and shows the page that it is open. */
export const BEAT_MS = 15_000;

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
  /** How well their media go now: 1 good, 2 ok, 3 bad, 4 terrible; null while unknown. */
  quality: number | null;
}

export interface LiveMeeting {
  alias: string;
  topic: string | null;
  visitorName: string | null;
  state: MeetingState;
  validFrom: string;
  validUntil: string;
  /** When everybody is to be put out; null once they were. */
  endDueAt: string | null;
  joinUrl: string;
  hasHost: boolean;
  hasAgent: boolean;
  /** Since when somebody has been there; null while nobody is. */
  thereSince: string | null;
  peopleCount: number;
  /** Of a crowd only the first (live-list.ts): whoever else is muted makes no difference to any desk. */
  people: LivePerson[];
}

export interface LiveList {
  /** Our clock when it was sent, so that a desk whose clock is wrong still counts rightly. */
  serverTime: string;
  /** In the order in which they want attention. */
  meetings: LiveMeeting[];
}

/** What became different in a list: meetings as they are now, and the aliases of those that are not in it any more. */
export interface LiveChanges {
  serverTime: string;
  meetings: LiveMeeting[];
  removed: string[];
}

/** The list with the changes in it. A meeting that is not among them stays the very same object. */
export function applyChanges(list: LiveList, { serverTime, meetings, removed }: LiveChanges): LiveList {
  if (meetings.length === 0 && removed.length === 0) return { ...list, serverTime };
  const byAlias = new Map(list.meetings.map((meeting) => [meeting.alias, meeting]));
  for (const alias of removed) byAlias.delete(alias);
  for (const meeting of meetings) byAlias.set(meeting.alias, meeting);
  return { serverTime, meetings: [...byAlias.values()].sort(byUrgency) };
}

/** Somebody is there, and no agent: the row that must be seen first. */
export function needsAgent(meeting: LiveMeeting): boolean {
  return meeting.people.length > 0 && !meeting.hasAgent;
}

/** Visitors without an agent, the longest there first; then calls under way, open and empty ones (the newest first), what is to come. */
export function byUrgency(left: LiveMeeting, right: LiveMeeting): number {
  const ofRank = rank(left) - rank(right);
  if (ofRank !== 0) return ofRank;
  const inTime = compare(orderTime(left), orderTime(right));
  // Of those in which nobody is, the newest: somebody may have just made it, and looks for it.
  return (rank(left) === EMPTY ? -inTime : inTime) || compare(left.alias, right.alias);
}

function rank(meeting: LiveMeeting): number {
  if (needsAgent(meeting)) return 0;
  if (meeting.people.length > 0) return 1;
  return meeting.state === 'open' ? EMPTY : 3;
}

const EMPTY = 2;

function orderTime(meeting: LiveMeeting): string {
  return meeting.thereSince ?? meeting.validFrom;
}

/** By code units: the same on every machine, and many times as fast as by the rules of a language. */
export function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
