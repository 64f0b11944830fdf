import { z } from 'zod';
import { ask, refusalOf, type ManagementAccess } from './management-client';
import { readList } from './read-list';

const Listed = z.object({ id: z.string().min(1), name: z.string() });
type Listed = z.output<typeof Listed>;

/** Ids of the live conferences with this service name: none or one, more only while nodes disagree. */
export async function conferencesNamed(access: ManagementAccess, serviceName: string): Promise<string[]> {
  return listed(access, { name: serviceName }, ({ name }) => name === serviceName);
}

/** Ids of the live breakout rooms of this conference: `<main>_breakout_<uuid>` (event-sink.md §3, D). */
export async function breakoutRoomsOf(access: ManagementAccess, serviceName: string): Promise<string[]> {
  const begin = `${serviceName}_breakout_`;
  return listed(access, { name__startswith: begin }, ({ name }) => name.startsWith(begin));
}

/** What is listed is looked at again: a filter that were left out would have everybody else's conferences ended. */
async function listed(access: ManagementAccess, filters: Record<string, string>, isMeant: (row: Listed) => boolean) {
  const { items } = await readList(access, {
    list: 'status/v1/conference',
    filters,
    item: Listed,
    urgency: 'hard-stop',
  });
  return items.filter(isMeant).map(({ id }) => id);
}

/** Ends a conference for everyone. One that no longer exists is a success: it is what was wanted. */
export async function disconnect(access: ManagementAccess, conferenceId: string): Promise<void> {
  const response = await ask(access, {
    method: 'POST',
    path: 'command/v1/conference/disconnect/',
    body: { conference_id: conferenceId },
    urgency: 'hard-stop',
  });
  if (response.ok) return;
  // An id that is gone is a 400 with this text inside a form error, not a 404 (management-api.md §3, P).
  if (response.status === 400 && (await response.text()).includes('Failed to find conference')) return;
  throw refusalOf(response.status);
}
