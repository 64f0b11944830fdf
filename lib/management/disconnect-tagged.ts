import { z } from 'zod';
import { disconnectUntilNone } from './disconnect';
import type { ManagementAccess } from './management-client';
import { conversationOf, ListedParticipant } from './participants';
import { LARGEST_PAGE, readList } from './read-list';
import { sharedLookAt } from './shared-look';

/** One without an id can be put out by nobody, and is there all the same. */
const Leg = ListedParticipant.pick({
  call_uuid: true,
  conversation_id: true,
  call_tag: true,
  service_tag: true,
}).extend({
  id: z.string().min(1).nullable().catch(null),
});
type Leg = z.output<typeof Leg>;

const look = sharedLookAt(listTagged);

/**
 * Puts whoever carries one of these call tags out of the conference with this service tag, with all their legs and also from
 * its breakout rooms, and looks until none is listed. Throws ManagementProblem while one still is.
 */
export function disconnectTagged(
  access: ManagementAccess,
  serviceTag: string,
  callTags: ReadonlySet<string>,
): Promise<void> {
  const find = async () => legsTagged(await look(access, serviceTag), serviceTag, callTags);
  return disconnectUntilNone(access, 'participant', find);
}

/** Everybody in any of these meetings; of several, everybody there is, which is one request too. */
async function listTagged(access: ManagementAccess, [serviceTag, ...others]: string[]): Promise<Leg[]> {
  const { items } = await readList(access, {
    list: 'status/v1/participant',
    filters: serviceTag !== undefined && others.length === 0 ? { service_tag: serviceTag } : {},
    item: Leg,
    urgency: 'hard-stop',
    pageSize: LARGEST_PAGE,
  });
  return items;
}

/** What is listed is looked at again: it may hold people elsewhere, who must not be put out. */
function legsTagged(listed: readonly Leg[], serviceTag: string, callTags: ReadonlySet<string>): (string | null)[] {
  const here = listed.filter(({ service_tag }) => service_tag === serviceTag);
  const tagged = here.filter(({ call_tag }) => call_tag !== undefined && callTags.has(call_tag));
  // A media leg may be listed without the tag that its control leg has.
  const conversations = new Set(tagged.map(talkOf));
  return here.filter((leg) => conversations.has(talkOf(leg))).map(({ id }) => id);
}

const talkOf = (leg: Leg) => conversationOf({ ...leg, id: leg.id ?? '' });
