import { legsByPerson, type LinkedLeg } from './conversations';
import type { Person } from './person';

/**
 * Whom the people of now were known as before, by conversation. Nearly always by the same; but a person is called by their
 * first leg's, and that leg may be heard of last.
 *
 * @param legs of the conference, asked for only where somebody is known by another conversation
 */
export async function knownBefore(
  before: readonly Person[],
  after: readonly Person[],
  legs: () => Promise<readonly LinkedLeg[]>,
): Promise<Map<string, Person>> {
  const known = new Map(before.map((person) => [person.conversationId, person]));
  const now = new Set(after.map(({ conversationId }) => conversationId));
  const gone = before.filter(({ conversationId }) => !now.has(conversationId));
  const fresh = after.filter(({ conversationId }) => !known.has(conversationId));
  if (gone.length === 0 || fresh.length === 0) return known;
  const groups = legsByPerson(await legs()).map((own) => new Set(own.map(({ conversationId }) => conversationId)));
  for (const { conversationId } of fresh) {
    const own = groups.find((group) => group.has(conversationId));
    const formers = gone.filter((person) => own?.has(person.conversationId));
    // Two who turn out to be one: whoever was told of.
    const former = formers.find(({ isCounted, joinedAt }) => isCounted && joinedAt) ?? formers[0];
    if (former) known.set(conversationId, former);
  }
  return known;
}
