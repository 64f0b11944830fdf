import type { LegRow } from './leg';
import { tellingLegs } from './telling-legs';

/**
 * When somebody last came back into a conference that they had left, from all their legs; null when they never did. Who was
 * there all the while, as a leg that was heard of late may show, did not come back.
 */
export function returnedAt(legs: readonly LegRow[]): Date | null {
  const [first, ...later] = tellingLegs(legs)
    .flatMap(({ joinedAt, disconnectedAt }) => (joinedAt ? [{ from: joinedAt, until: timeOf(disconnectedAt) }] : []))
    .sort((left, right) => left.from.getTime() - right.from.getTime());
  if (!first) return null;
  let returned: Date | null = null;
  let goneAt = first.until;
  for (const { from, until } of later) {
    if (from.getTime() > goneAt) returned = from;
    goneAt = Math.max(goneAt, until);
  }
  return returned;
}

/** Whoever has not left goes on for ever. */
function timeOf(end: Date | null): number {
  return end?.getTime() ?? Infinity;
}
