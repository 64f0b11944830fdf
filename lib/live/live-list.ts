import { mayHavePeople, meetingState, opensAt, type MeetingWindow } from '@/lib/meetings/meeting';
import { byUrgency, compare, type LiveMeeting, type LivePerson } from './live-meeting';

export interface ListedMeeting extends MeetingWindow {
  /** When everybody was put out at its end; null while they were not. */
  putOutAt: Date | null;
  id: string;
  alias: string;
  serviceName: string;
  topic: string | null;
  visitorName: string | null;
}

/** Someone who has not left (the columns of `participant`, prisma/schema.prisma). */
export interface PersonThere {
  conversationId: string;
  displayName: string | null;
  role: 'host' | 'guest' | null;
  agentId: string | null;
  isWaiting: boolean;
  isMuted: boolean;
  /** Since the epoch, since Postgres hands them over as JSON. */
  arrivedAtMs: number | null;
  joinedAtMs: number | null;
  quality: number | null;
}

/** How far ahead the desk looks. */
export const AHEAD_MS = 12 * 60 * 60 * 1000;
/** How many without anybody are shown of those that are open, and of those to come: they are for a glance. */
export const MOST_EMPTY_MEETINGS = 100;
/** Of the people in a meeting: enough to see who it is about. All of a crowd would be a megabyte for each who is muted. */
export const MOST_PEOPLE_SHOWN = 12;

/** A meeting as the desk is told of it; null when it belongs on no desk. */
export function liveMeeting(
  meeting: ListedMeeting,
  there: readonly PersonThere[],
  appUrl: string,
  now: Date,
): LiveMeeting | null {
  if (!isListed(meeting, there.length > 0, now)) return null;
  const everyone = there.map((person) => livePerson(person, meeting)).sort(waitingFirst);
  return {
    alias: meeting.alias,
    topic: meeting.topic,
    visitorName: meeting.visitorName,
    state: meetingState(meeting, now),
    validFrom: meeting.validFrom.toISOString(),
    validUntil: meeting.validUntil.toISOString(),
    endDueAt: meeting.putOutAt ? null : (meeting.cancelledAt ?? meeting.validUntil).toISOString(),
    joinUrl: `${appUrl}/join/${meeting.alias}`,
    hasHost: everyone.some((person) => person.role === 'host' && !person.isWaiting),
    hasAgent: everyone.some((person) => person.isAgent),
    thereSince: everyone.reduce<string | null>((first, { since }) => (first && first < since ? first : since), null),
    peopleCount: everyone.length,
    people: everyone.slice(0, MOST_PEOPLE_SHOWN),
  };
}

/** What is over or cancelled is on the desk only while somebody is in it; as long as they were not put out, however long that is. */
function isListed(meeting: ListedMeeting, hasPeople: boolean, now: Date): boolean {
  if (meeting.validFrom.getTime() >= now.getTime() + AHEAD_MS) return false;
  if (hasPeople) return mayHavePeople(meeting, now);
  const state = meetingState(meeting, now);
  return state === 'open' || state === 'scheduled';
}

function livePerson(person: PersonThere, meeting: ListedMeeting): LivePerson {
  const sinceMs = person.isWaiting ? person.arrivedAtMs : (person.joinedAtMs ?? person.arrivedAtMs);
  return {
    id: person.conversationId,
    displayName: person.displayName ?? 'Someone',
    role: person.role,
    isAgent: person.agentId !== null,
    isWaiting: person.isWaiting,
    // When nobody knows: not before the doors opened. Too long a wait is looked into, too short a one is not.
    since: (sinceMs === null ? opensAt(meeting) : new Date(sinceMs)).toISOString(),
    isMuted: person.isMuted,
    quality: person.quality,
  };
}

/** The longest wait at the top. */
function waitingFirst(left: LivePerson, right: LivePerson): number {
  return (
    Number(right.isWaiting) - Number(left.isWaiting) || compare(left.since, right.since) || compare(left.id, right.id)
  );
}

/** What the desk shows of these meetings: every one with somebody in it, and the nearest of the others; in their order. */
export function shownMeetings(meetings: readonly LiveMeeting[]): LiveMeeting[] {
  const ordered = [...meetings].sort(byUrgency);
  const busy = ordered.filter((meeting) => meeting.people.length > 0);
  const empty = ordered.filter((meeting) => meeting.people.length === 0);
  // Those that are open have the newest first: a visitor is on the way.
  const open = empty.filter((meeting) => meeting.state === 'open').slice(0, MOST_EMPTY_MEETINGS);
  const ahead = empty.filter((meeting) => meeting.state === 'scheduled').slice(0, MOST_EMPTY_MEETINGS);
  return [...busy, ...open, ...ahead];
}
