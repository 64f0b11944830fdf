import { setTimeout as pause } from 'node:timers/promises';
import { ask, ManagementProblem, refusalOf, type ManagementAccess } from './management-client';
import { conversationOf, ListedParticipant, PAGE_SIZE } from './participants';
import { readList } from './read-list';
import { sharedLookAt } from './shared-look';

const LOOKS = 6;
const BETWEEN_LOOKS_MS = 400;

const look = sharedLookAt(listTagged);

/**
 * Puts whoever carries one of these call tags out of the conference with this service tag, with all their legs and also from
 * its breakout rooms, and looks until none is listed. Throws ManagementProblem while one still is.
 */
export async function disconnectTagged(
  access: ManagementAccess,
  serviceTag: string,
  callTags: ReadonlySet<string>,
): Promise<void> {
  for (let count = 0; count < LOOKS; count += 1) {
    if (count > 0) await pause(BETWEEN_LOOKS_MS);
    const legs = legsTagged(await look(access, serviceTag), serviceTag, callTags);
    if (legs.length === 0) return;
    await Promise.all(legs.map((id) => disconnect(access, id)));
  }
  throw new ManagementProblem('somebody is still listed after they were disconnected');
}

/** Everybody in any of these meetings; of several, everybody there is, which is one request too. */
async function listTagged(access: ManagementAccess, [serviceTag, ...others]: string[]): Promise<ListedParticipant[]> {
  const { items } = await readList(access, {
    list: 'status/v1/participant',
    filters: serviceTag !== undefined && others.length === 0 ? { service_tag: serviceTag } : {},
    item: ListedParticipant,
    urgency: 'hard-stop',
    pageSize: PAGE_SIZE,
  });
  return items;
}

/** What is listed is looked at again: it may hold people elsewhere, who must not be put out. */
function legsTagged(listed: readonly ListedParticipant[], serviceTag: string, callTags: ReadonlySet<string>): string[] {
  const here = listed.filter(({ service_tag }) => service_tag === serviceTag);
  const tagged = here.filter(({ call_tag }) => call_tag !== undefined && callTags.has(call_tag));
  // A media leg may be listed without the tag that its control leg has.
  const conversations = new Set(tagged.map(conversationOf));
  return here.filter((leg) => conversations.has(conversationOf(leg))).map(({ id }) => id);
}

async function disconnect(access: ManagementAccess, participantId: string): Promise<void> {
  const response = await ask(access, {
    method: 'POST',
    path: 'command/v1/participant/disconnect/',
    body: { participant_id: participantId },
    urgency: 'hard-stop',
  });
  if (response.ok) return;
  // An id that is gone is a 400 with this text inside a form error, not a 404 (management-api.md §3, P).
  if (response.status === 400 && (await response.text()).includes('Failed to find participant')) return;
  throw refusalOf(response.status);
}
