import type { Conference } from '@/lib/conferences/conference';
import { isPutOutWithAll } from '@/lib/conferences/ended-by';
import type { Person } from '@/lib/conferences/person';
import { latestOf } from '@/lib/conferences/times';

// Whom nobody answers, and since when. What the desk puts first is told to others by the same rule (live-meeting.ts). Pure.

/** After so long nobody waits any more: it comes from a backlog, and whoever ran to the desk would find it empty. */
const WAITING_IS_NEWS_MS = 2 * 60 * 1000;

/** Whether anybody is in who may let others in, or may answer them; and when the last of them left. */
export interface WhoIsIn {
  hasHost: boolean;
  hasAgent: boolean;
  hostLeftAt: Date | null;
  agentLeftAt: Date | null;
  /** When it was last ended for everyone: nodes report one after the other who was put out. */
  endedAt: Date | null;
}

/** Who is in, once all that is known of a conference has been counted. The desk goes by the same (live-list.ts). */
export function whoIsIn(conference: Pick<Conference, 'hasHost'> | null, people: readonly Person[]): WhoIsIn {
  const counted = people.filter(({ isCounted }) => isCounted);
  const agents = counted.filter(({ agentId }) => agentId !== null);
  const hosts = counted.filter(({ role, joinedAt }) => role === 'host' && joinedAt !== null);
  const lastLeft = (some: readonly Person[]) => latestOf(some.map(({ leftAt }) => leftAt));
  return {
    hasHost: conference?.hasHost ?? false,
    hasAgent: agents.some(({ leftAt }) => leftAt === null),
    hostLeftAt: lastLeft(hosts),
    agentLeftAt: lastLeft(agents),
    endedAt: lastLeft(counted.filter(({ leftReason }) => isPutOutWithAll(leftReason))),
  };
}

interface Seen {
  person: Person;
  conference: WhoIsIn;
}

/**
 * Since when somebody has been waiting in vain, from the moment in which that began; null when they do not, did before, or
 * began so long ago that it is no news.
 */
export function beganToWait(before: Seen | null, after: Seen, now: Date): Date | null {
  if (!waitsInVain(after) || (before && waitsInVain(before))) return null;
  const { person, conference } = after;
  const cameAt = person.arrivedAt ?? person.joinedAt;
  if (!cameAt || (conference.endedAt && cameAt <= conference.endedAt)) return null;
  const since = latestOf([cameAt, person.role === 'guest' ? conference.hostLeftAt : conference.agentLeftAt])!;
  return now.getTime() - since.getTime() <= WAITING_IS_NEWS_MS ? since : null;
}

/**
 * Whether somebody is there whom nobody answers: a guest while no host is in, or the visitor who called, who is their own
 * meeting's host, while no agent is in.
 */
function waitsInVain({ person, conference: { hasHost, hasAgent } }: Seen): boolean {
  if (person.agentId !== null || person.leftAt) return false;
  if (person.role === 'guest' && person.isWaiting) return !hasHost;
  return person.role === 'host' && !person.isWaiting && !hasAgent;
}
