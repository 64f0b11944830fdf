import { legsByPerson } from '@/lib/conferences/conversations';
import type { LegRow } from '@/lib/conferences/leg';

/**
 * Whose leg each one is, by the conversation under which the person is known. Legs may have come under conversations of
 * their own and still be one person's. So are those that only another leg names: media may be told under their ids
 * (event-sink.md §3). All legs are of one conference.
 */
export function legsOfPeople(legs: readonly LegRow[], conversations: ReadonlySet<string>): Map<string, string> {
  const owners = new Map<string, string>();
  for (const own of legsByPerson(legs)) {
    const known = own.find(({ conversationId }) => conversations.has(conversationId))?.conversationId;
    for (const { id, conversationId } of own) {
      const owner = conversations.has(conversationId) ? conversationId : known;
      if (owner !== undefined) owners.set(id, owner);
    }
  }
  for (const { id, relatedIds } of legs) {
    const owner = owners.get(id);
    if (owner !== undefined) for (const related of relatedIds) if (!owners.has(related)) owners.set(related, owner);
  }
  return owners;
}
