import type { Stay } from '@/lib/conferences/attendance';
import type { Conference } from '@/lib/conferences/conference';
import type { Person } from '@/lib/conferences/person';
import { isInsideAt, returnedAt } from '@/lib/conferences/stays-inside';
import type { Happening, ToldMeeting, ToldPerson } from './happening';
import { beganToWait, type WhoIsIn } from './waiting';

// What the rows of before and after amount to, for those who want to be told. Pure. A row may be computed anew at any time,
// and from any set of events, so each happening has a key by which it is told once only.

export interface PersonChange {
  /** The row as it was; null when there was none. */
  before: Person | null;
  after: Person;
  /** When they were inside, as is known after the change. Needed only where `mayBeBack`. */
  stays?: readonly Stay[];
  meeting: ToldMeeting;
  /** Who was in before the change, and who is in after it. */
  conferenceBefore: WhoIsIn;
  conference: WhoIsIn;
}

/** What a change of one person means. */
export function whatHappened(change: PersonChange, now: Date): Happening[] {
  const { before, after, meeting, conferenceBefore, conference, stays = [] } = change;
  if (!after.isCounted) return [];
  const was = before?.isCounted ? before : null;
  const happenings: Happening[] = [];
  // Who comes back joins again, and leaves and waits again: each has its time in its key.
  const keyAt = (verb: string, at: Date) => keyOf(`${verb}@${at.getTime()}`, after);
  const tell = (type: Happening['type'], verb: string, at: Date, more: Partial<Happening> = {}) => {
    happenings.push({ type, key: keyAt(verb, at), at, meeting, participant: toldPerson(after), ...more });
  };

  const seenBefore = was && { person: was, conference: conferenceBefore };
  const waitsSince = now < meeting.validUntil && beganToWait(seenBefore, { person: after, conference }, now);
  if (waitsSince) tell('visitor.waiting', 'waiting', waitsSince);
  const backAt = returnedAt(stays);
  const isBack = was !== null && backAt !== null && !(was.leftAt && backAt <= was.leftAt);
  if (after.joinedAt && !was?.joinedAt) tell('participant.joined', 'joined', after.joinedAt);
  else if (isBack) tell('participant.joined', 'joined', backAt);
  else if (was?.leftAt && !after.leftAt && isInsideAt(stays, was.leftAt)) {
    const takesBack = [keyAt('left', was.leftAt), keyAt('left?', was.leftAt)];
    tell('participant.joined', 'stayed', was.leftAt, { participant: toldPerson(after, was.leftAt), takesBack });
  }
  if (after.leftAt && (!was?.leftAt || isBack || isCorrected(was, after)) && isLeaving(after)) {
    const verb = isInferred(after) ? 'left?' : 'left';
    tell('participant.left', verb, after.leftAt, { takesBack: [keyAt('stayed', after.leftAt)] });
  }
  return happenings;
}

/** That nobody is known any more as somebody who was said to be inside: two turned out to be one. */
export function nobodyAnyMore(before: Person, meeting: ToldMeeting, now: Date): Happening[] {
  if (!before.isCounted || !before.joinedAt || before.leftAt) return [];
  const key = keyOf(`left?@${now.getTime()}`, before);
  const participant = toldPerson({ ...before, leftAt: now });
  return [{ type: 'participant.left', key, at: now, meeting, participant }];
}

/** Whether somebody may be inside again after having left, or still: then their legs tell when. Of nearly nobody. */
export function mayBeBack(before: Person | null, after: Person): boolean {
  if (!before?.joinedAt || !before.isCounted || !after.isCounted) return false;
  if (!before.leftAt) return before.isWaiting && !after.isWaiting;
  return after.leftAt === null || after.leftAt > before.leftAt;
}

/** Who was never let in may have left too: but of them it is not said as long as it is a guess. */
function isLeaving(person: Person): boolean {
  return person.joinedAt !== null || !isInferred(person);
}

function isInferred({ leftKnownBy }: Person): boolean {
  return leftKnownBy !== null && leftKnownBy !== 'reported';
}

/** An end that was only inferred, and now is reported or known to be another. */
function isCorrected(was: Person, after: Person): boolean {
  return isInferred(was) && (!isInferred(after) || was.leftAt?.getTime() !== after.leftAt?.getTime());
}

/** What a change of a conference means: it has begun when the first person is inside. */
export function conferenceHappened(
  before: Conference | null,
  after: Conference | null,
  meeting: ToldMeeting,
): Happening[] {
  if (!after?.firstJoinedAt || before?.firstJoinedAt) return [];
  return [{ type: 'meeting.started', key: `started:${after.serviceName}`, at: after.firstJoinedAt, meeting }];
}

function keyOf(verb: string, { serviceName, conversationId }: Person): string {
  return `${verb}:${serviceName}/${conversationId}`;
}

function toldPerson(person: Person, wronglyLeftAt: Date | null = null): ToldPerson {
  const { conversationId: id, displayName, role, agentId, joinedAt, leftAt, awayMs, leftReason: reason } = person;
  return { id, displayName, role, isAgent: agentId !== null, joinedAt, leftAt, awayMs, reason, wronglyLeftAt };
}
