import type { Stay } from './attendance';
import { legsByPerson } from './conversations';
import type { LegRow } from './leg';
import type { Person } from './person';
import { isOpen, withoutShadows } from './telling-legs';

// Somebody may leave and come back, or be moved to another conference and back: that while they were not inside.

/** The column's largest: three weeks and more. */
const MOST_MS = 2 ** 31 - 1;

/**
 * When one person was inside, in order, each stay ending before the next. Legs say it together: while any is inside, so is
 * the person. Only an end that is known begins an absence: one that was inferred may be long before the truth, and whoever is
 * heard of again after it was there, most likely, all the while.
 *
 * @param leftAt when the person left; null while they are there, though they may only wait
 */
export function staysInside(legs: readonly LegRow[], leftAt: Date | null): Stay[] {
  // Of a control leg an inferred end tells nothing (people-of-legs.ts).
  const own = withoutShadows(legs).filter((leg) => isOpen(leg) || leg.hasMedia || isEndKnown(leg));
  const known = (own.length > 0 ? own : legs)
    .flatMap((leg) => {
      const { joinedAt, disconnectedAt } = leg;
      return joinedAt ? [{ from: joinedAt, until: earlier(disconnectedAt, leftAt), isSure: isEndKnown(leg) }] : [];
    })
    .sort((left, right) => left.from.getTime() - right.from.getTime());
  const stays: typeof known = [];
  for (const stay of known) {
    const last = stays.at(-1);
    if (!last || (last.isSure && last.until && last.until < stay.from)) stays.push({ ...stay });
    else if (endsLater(stay, last)) Object.assign(last, { until: stay.until, isSure: stay.isSure });
  }
  // Who came back and only waits, or waited, is not inside any more.
  return stays.map(({ from, until, isSure }, index) => ({
    from,
    until: isSure || index < stays.length - 1 ? until : leftAt,
  }));
}

/** When somebody last came back inside; null when they never did. */
export function returnedAt(stays: readonly Stay[]): Date | null {
  return stays.length > 1 ? stays.at(-1)!.from : null;
}

/** Whether somebody was inside at this moment and went on being so: then who was said to leave at it did not. */
export function isInsideAt(stays: readonly Stay[], at: Date): boolean {
  return stays.some(({ from, until }) => from <= at && (!until || at < until));
}

/** Reported, or found in the Management Node's history, which alone has a reason for what is not listed (observations.ts). */
function isEndKnown({ endKnownBy, disconnectReason }: LegRow): boolean {
  return endKnownBy === 'reported' || (endKnownBy === 'not_listed' && Boolean(disconnectReason));
}

/** Of two that end together the one whose end was reported. */
function endsLater(stay: Stay & { isSure: boolean }, last: Stay & { isSure: boolean }): boolean {
  const [end, lastEnd] = [stay, last].map(({ until }) => until?.getTime() ?? Infinity);
  return end! > lastEnd! || (end === lastEnd && stay.isSure);
}

/** Milliseconds between stays, and after the last until the person left. */
export function awayBetween(stays: readonly Stay[], leftAt: Date | null): number {
  const ends = [...stays.slice(1).map(({ from }) => from), ...(leftAt ? [leftAt] : [])];
  const gaps = stays.map(({ until }, index) => {
    const end = ends[index];
    return until && end ? Math.max(0, end.getTime() - until.getTime()) : 0;
  });
  return Math.min(
    MOST_MS,
    gaps.reduce((total, gap) => total + gap, 0),
  );
}

/** The stays of those who were away for a while, or may be so now, by conversation. All are of one conference. */
export function brokenStays(people: readonly Person[], legs: readonly LegRow[]): Map<string, Stay[]> {
  const wereAway = people.filter(({ awayMs, joinedAt, isWaiting }) => awayMs > 0 || (joinedAt !== null && isWaiting));
  if (wereAway.length === 0) return new Map();
  const own = new Map(
    legsByPerson(legs.filter((leg) => !leg.isStreaming)).flatMap((some) =>
      some.map(({ conversationId }) => [conversationId, some] as const),
    ),
  );
  return new Map(
    wereAway.map(({ conversationId, leftAt }) => [conversationId, staysInside(own.get(conversationId) ?? [], leftAt)]),
  );
}

function earlier(end: Date | null, leftAt: Date | null): Date | null {
  return end && leftAt ? (end < leftAt ? end : leftAt) : (end ?? leftAt);
}
