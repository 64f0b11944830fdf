import { isControl } from './control-leg';
import { legsByPerson } from './conversations';
import type { LegRow } from './leg';
import { earliestOf } from './times';

/**
 * The first moment at which somebody inside was a host: neither that of a guest who was made one later, nor gone with the role
 * of a host who was made a guest.
 *
 * @param legs all of one conference
 */
export function hostJoinedAt(legs: readonly LegRow[]): Date | null {
  const people = legsByPerson(legs.filter((leg) => !leg.isStreaming)).filter((own) => !own.every(isControl));
  return earliestOf(people.flat().map((leg) => leg.hostJoinedAt));
}
