import type { CallState } from './call-machine';
import { isIn, selfIn, type Conference } from './conference';
import type { Participant } from './roster';

type InCall = Extract<CallState, { phase: 'in-call' }>;

/** Something that happened in the call. The words are in `announcements.news`. */
export type CallNews =
  | { say: 'joined' | 'left' | 'waits' | 'handRaised' | 'shares'; name: string }
  | { say: 'reconnecting' | 'back' | 'sharingStopped' | 'youShare' | 'youStopped' | 'sharingLost' }
  | { say: 'mutedByHost' | 'unmutedByHost' | 'madeHost' | 'madeGuest' | 'locked' | 'unlocked' }
  | { say: 'noSmallWindow' }
  | { say: 'endsIn'; minutes: number }
  | { say: 'wrote' | 'wroteToYou'; name: string; text: string };

/**
 * The conference as the people in it were last known, with `known` before that. While the node replays the roster, on the way
 * of a redial and at the door, one does not see who is there; who came and went meanwhile is told by the difference.
 */
export function knownIn({ link, conference }: InCall, known: Conference | null): Conference | null {
  return link !== 'redialling' && !conference.roster.incoming && isIn(conference) ? conference : known;
}

/** What to tell of the step from one state of a call to the next, in the order in which it matters. */
export function newsBetween(before: InCall, after: InCall, known: Conference | null): CallNews[] {
  return [...aboutCall(before, after), ...aboutPeople(known, knownIn(after, known))];
}

function aboutCall(before: InCall, after: InCall): CallNews[] {
  if (before.link !== after.link) {
    if (after.link === 'steady') return backIn(before, after);
    return before.link === 'steady' ? [{ say: 'reconnecting' }] : [];
  }
  return [
    ...aboutSelf(before.conference, after.conference),
    ...aboutSharing(before.conference, after.conference),
    ...aboutChat(before.conference, after.conference),
  ];
}

function backIn(before: InCall, after: InCall): CallNews[] {
  const isShareLost = before.link === 'redialling' && after.conference.sharing === 'lost';
  return [{ say: 'back' }, ...(isShareLost ? [{ say: 'sharingLost' as const }] : [])];
}

function aboutSelf(before: Conference, after: Conference): CallNews[] {
  const [was, is] = [selfIn(before), selfIn(after)];
  if (!was || !is || was.id !== is.id) return [];
  const news: CallNews[] = [];
  if (was.isMutedByHost !== is.isMutedByHost) news.push({ say: is.isMutedByHost ? 'mutedByHost' : 'unmutedByHost' });
  if (was.role !== is.role) news.push({ say: is.role === 'host' ? 'madeHost' : 'madeGuest' });
  if (is.role === 'host' && before.isLocked !== after.isLocked)
    news.push({ say: after.isLocked ? 'locked' : 'unlocked' });
  return news;
}

function aboutPeople(before: Conference | null, after: Conference | null): CallNews[] {
  if (!before || !after || before.roster === after.roster) return [];
  const [were, are] = [before.roster.people, after.roster.people];
  const news: CallNews[] = [];
  for (const person of are.values()) {
    const say = person.id === after.selfId ? null : whatHappened(were.get(person.id), person);
    if (say) news.push({ say, name: person.name });
  }
  for (const { id, name, isWaiting } of were.values()) {
    if (!are.has(id) && id !== before.selfId && !isWaiting) news.push({ say: 'left', name });
  }
  return news;
}

function whatHappened(was: Participant | undefined, is: Participant): 'joined' | 'waits' | 'handRaised' | null {
  if (is.isWaiting) return was?.isWaiting ? null : 'waits';
  if (!was || was.isWaiting) return 'joined';
  return is.handRaisedAt > 0 && was.handRaisedAt === 0 ? 'handRaised' : null;
}

function aboutSharing(before: Conference, after: Conference): CallNews[] {
  const [was, is] = [before.presentation?.presenter, after.presentation?.presenter];
  if (was !== is) return is === undefined ? [{ say: 'sharingStopped' }] : [{ say: 'shares', name: is }];
  if (before.sharing !== 'on' && after.sharing === 'on') return [{ say: 'youShare' }];
  return before.sharing === 'on' && after.sharing !== 'on' ? [{ say: 'youStopped' }] : [];
}

/** As much of a message as one wants read aloud unasked. */
const READ_LENGTH = 200;

function aboutChat(before: Conference, after: Conference): CallNews[] {
  const newest = before.messages.at(-1)?.number ?? -1;
  return after.messages.flatMap(({ number, sender, text, isPrivate }): CallNews[] => {
    if (!sender || number <= newest) return [];
    return [{ say: isPrivate ? 'wroteToYou' : 'wrote', name: sender.name, text: text.slice(0, READ_LENGTH) }];
  });
}

/** Everybody hears of the end at 5 minutes and at 1. */
const WARNINGS_MIN = [5, 1];

/** The warning whose moment lies between two looks at the time left, the later where one slept through both. */
export function endWarning(beforeMs: number | null, leftMs: number | null): CallNews | null {
  if (leftMs === null || leftMs <= 0) return null;
  const crossed = WARNINGS_MIN.filter((minutes) => {
    const mark = minutes * 60 * 1000;
    return leftMs <= mark && (beforeMs === null || beforeMs > mark);
  });
  const minutes = crossed.at(-1);
  return minutes === undefined ? null : { say: 'endsIn', minutes };
}
