import type { Conference } from '@/lib/conferences/conference';
import type { Person } from '@/lib/conferences/person';
import type { Happening, ToldMeeting, ToldPerson } from './happening';

// What the rows of before and after amount to, for those who want to be told. Pure. A row may be computed anew at any time,
// and from any set of events, so each happening has a key by which it is told once only.

/** After so long nobody waits any more: it comes from a backlog, and whoever ran to the desk would find it empty. */
const WAITING_IS_NEWS_MS = 2 * 60 * 1000;

export interface PersonChange {
  /** The row as it was; null when there was none. */
  before: Person | null;
  after: Person;
  meeting: ToldMeeting;
  /** The conference as it is after the change. */
  conference: Pick<Conference, 'hasHost' | 'answeredAt'>;
}

/** What a change of one person means. */
export function whatHappened({ before, after, meeting, conference }: PersonChange, now: Date): Happening[] {
  if (!after.isCounted) return [];
  const was = before?.isCounted ? before : null;
  const happenings: Happening[] = [];
  const tell = (type: Happening['type'], verb: string, at: Date) =>
    happenings.push({ type, key: keyOf(verb, after), at, meeting, participant: toldPerson(after) });

  const thereSince = after.arrivedAt ?? after.joinedAt;
  const isNews = thereSince !== null && now.getTime() - thereSince.getTime() <= WAITING_IS_NEWS_MS;
  if (isNews && waitsInVain(after, conference) && !(was && waitsInVain(was, conference))) {
    tell('visitor.waiting', 'waiting', thereSince);
  }
  if (after.joinedAt && !was?.joinedAt) tell('participant.joined', 'joined', after.joinedAt);
  if (after.leftAt && !was?.leftAt) {
    // An end that was only inferred may be undone, and then the true one is told as well.
    const isInferred = after.leftKnownBy !== null && after.leftKnownBy !== 'reported';
    const verb = isInferred ? `left?${after.leftAt.getTime()}` : 'left';
    tell('participant.left', verb, after.leftAt);
  }
  return happenings;
}

/** What a change of a conference means: it has begun when the first person is inside. */
export function conferenceHappened(before: Conference | null, after: Conference, meeting: ToldMeeting): Happening[] {
  const { firstJoinedAt, serviceName } = after;
  if (!firstJoinedAt || before?.firstJoinedAt) return [];
  return [{ type: 'meeting.started', key: `started:${serviceName}`, at: firstJoinedAt, meeting }];
}

/**
 * Whether somebody is there whom nobody answers: a guest while no host is in, or the visitor who called, who is their own
 * meeting's host, while no agent has come. What the desk rings for.
 */
function waitsInVain(person: Person, conference: Pick<Conference, 'hasHost' | 'answeredAt'>): boolean {
  if (person.agentId !== null || person.leftAt) return false;
  if (person.role === 'guest' && person.isWaiting) return !conference.hasHost;
  return person.role === 'host' && !person.isWaiting && conference.answeredAt === null;
}

function keyOf(verb: string, { serviceName, conversationId }: Person): string {
  return `${verb}:${serviceName}/${conversationId}`;
}

function toldPerson(person: Person): ToldPerson {
  const { conversationId, displayName, role, agentId, joinedAt, leftAt, leftReason } = person;
  const isAgent = agentId !== null;
  return { id: conversationId, displayName, role, isAgent, joinedAt, leftAt, reason: leftReason };
}
