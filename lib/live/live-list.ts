import { meetingState, type MeetingWindow } from '@/lib/meetings/meeting';
import { legsStillThere, type ConferenceEnd } from './legs-still-there';
import { needsAgent, type LiveList, type LiveMeeting } from './live-meeting';
import { peopleOf, type OpenLeg } from './people-of';

export interface ListedMeeting extends MeetingWindow {
  alias: string;
  serviceName: string;
  topic: string | null;
  visitorName: string | null;
}

export interface LiveFacts {
  meetings: readonly ListedMeeting[];
  legs: readonly (OpenLeg & { serviceName: string; node: string })[];
  ends: readonly ConferenceEnd[];
  agentCallTags: ReadonlySet<string>;
}

/** How many without anybody are shown of those that are open, and of those to come: they are for a glance. */
export const MOST_EMPTY_MEETINGS = 100;

/** The desk's list: every meeting with somebody in it, open, or about to open; the one that wants an agent first. */
export function liveList(facts: LiveFacts, appUrl: string, now: Date): LiveList {
  const legsByService = new Map<string, OpenLeg[]>();
  for (const leg of legsStillThere(facts.legs, facts.ends)) {
    const legs = legsByService.get(leg.serviceName);
    if (legs) legs.push(leg);
    else legsByService.set(leg.serviceName, [leg]);
  }
  const meetings = facts.meetings
    .map((meeting): LiveMeeting => {
      const people = peopleOf(legsByService.get(meeting.serviceName) ?? [], facts.agentCallTags, now);
      return {
        alias: meeting.alias,
        topic: meeting.topic,
        visitorName: meeting.visitorName,
        state: meetingState(meeting, now),
        validFrom: meeting.validFrom.toISOString(),
        validUntil: meeting.validUntil.toISOString(),
        joinUrl: `${appUrl}/join/${meeting.alias}`,
        hasHost: people.some((person) => person.role === 'host' && !person.isWaiting),
        hasAgent: people.some((person) => person.isAgent),
        people,
      };
    })
    .filter((meeting) => meeting.people.length > 0 || meeting.state === 'open' || meeting.state === 'scheduled')
    .sort(byUrgency);
  const busy = meetings.filter((meeting) => meeting.people.length > 0);
  const empty = meetings.filter((meeting) => meeting.people.length === 0);
  // In the order of their start: of those that are open the last ones have just been made, and a visitor is on the way.
  const open = empty.filter((meeting) => meeting.state === 'open').slice(-MOST_EMPTY_MEETINGS);
  const ahead = empty.filter((meeting) => meeting.state === 'scheduled').slice(0, MOST_EMPTY_MEETINGS);
  return { serverTime: now.toISOString(), meetings: [...busy, ...open, ...ahead] };
}

/** Visitors without an agent, the longest there first; then calls under way, open and empty ones, and what is to come. */
function byUrgency(left: LiveMeeting, right: LiveMeeting): number {
  return (
    rank(left) - rank(right) || orderTime(left).localeCompare(orderTime(right)) || left.alias.localeCompare(right.alias)
  );
}

function rank(meeting: LiveMeeting): number {
  if (needsAgent(meeting)) return 0;
  if (meeting.people.length > 0) return 1;
  return meeting.state === 'open' ? 2 : 3;
}

function orderTime(meeting: LiveMeeting): string {
  return meeting.people.reduce(
    (first, { since }) => (since < first ? since : first),
    meeting.people[0]?.since ?? meeting.validFrom,
  );
}
