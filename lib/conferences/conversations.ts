import type { LegRow } from './leg';
import { reportedId } from './stay-id';

/** A leg, and what ties it to others. */
export type LinkedLeg = Pick<LegRow, 'id' | 'conversationId' | 'relatedIds'>;

/**
 * The legs of each person: those of one conversation, and conversations of which one leg names a leg of another
 * (`conversation_id` and `related_uuids`, event-sink.md §5). All legs are of one conference.
 */
export function legsByPerson<Leg extends LinkedLeg>(legs: readonly Leg[]): Leg[][] {
  const legById = new Map(legs.map((leg) => [reportedId(leg), leg]));
  const joined = new Map<string, string>();
  const rootOf = (conversation: string): string => {
    let root = conversation;
    for (let next = joined.get(root); next !== undefined; next = joined.get(root)) root = next;
    return root;
  };
  for (const leg of legs) {
    // A leg and its earlier stays are one, and whoever names it names all of them.
    for (const related of [reportedId(leg), ...leg.relatedIds]) {
      const other = legById.get(related);
      const [root, otherRoot] = [rootOf(leg.conversationId), rootOf(other?.conversationId ?? leg.conversationId)];
      if (root !== otherRoot) joined.set(root, otherRoot);
    }
  }
  const people = new Map<string, Leg[]>();
  for (const leg of legs) {
    const root = rootOf(leg.conversationId);
    const own = people.get(root);
    if (own) own.push(leg);
    else people.set(root, [leg]);
  }
  return [...people.values()];
}
