import type { Differences } from './find-differences';
import type { Known } from './known';
import type { Listing } from './listing';
import { SAME_MOMENT_MS } from './moments';

/** Fewer who are gone at once, unreported, are nothing unusual. */
const MANY = 3;

/**
 * Since when so many are missing in the list that it may be the list which is wrong; null where that is not so. A Management
 * Node that starts lists nobody for a while, then some, and knows its nodes nevertheless. They are taken for gone when a
 * later look, not of the same moment, misses as many.
 *
 * @param before what this said after the look before
 */
export function manyMissing(
  { participants, askedAt }: Pick<Listing, 'participants' | 'askedAt'>,
  { legs }: Pick<Known, 'legs'>,
  { gone }: Pick<Differences, 'gone'>,
  before: Date | null,
): { missingSince: Date | null; isBelieved: boolean } {
  const open = legs.filter(({ disconnectedAt }) => disconnectedAt === null).length;
  const areMany = participants.length === 0 ? open > 0 : gone.length >= MANY && gone.length > open / 2;
  if (!areMany) return { missingSince: null, isBelieved: true };
  const missingSince = before ?? askedAt;
  return { missingSince, isBelieved: askedAt.getTime() - missingSince.getTime() >= SAME_MOMENT_MS };
}
