import { z } from 'zod';
import { ask, refusalOf, type ManagementAccess } from './management-client';
import { readList } from './read-list';

/** As many as are known to be asked for at once (management-api.md §1, P): the fewer pages, the less can slip. */
const PAGE_SIZE = 5000;

const Listed = z.object({ id: z.string().min(1), name: z.string() });
export type ListedConference = z.output<typeof Listed>;

/**
 * The live conferences, among them at least those whose names begin with one of these: of one name the Management Node is
 * asked for it alone, of several for everything, which is one request too.
 *
 * @throws ManagementProblem
 */
export async function listConferences(access: ManagementAccess, names: readonly string[]): Promise<ListedConference[]> {
  const [only, ...others] = names;
  const filters: Record<string, string> = only !== undefined && others.length === 0 ? { name__startswith: only } : {};
  const readOnce = () =>
    readList(access, {
      list: 'status/v1/conference',
      filters,
      item: Listed,
      urgency: 'hard-stop',
      pageSize: PAGE_SIZE,
    });
  const once = await readOnce();
  // What ends meanwhile moves those behind up by one, and the first of the next page into this one, which was read already.
  return once.pages === 1 ? once.items : [...once.items, ...(await readOnce()).items];
}

/**
 * Ids of this conference and of its breakout rooms, `<main>_breakout_<uuid>` (event-sink.md §3, D). The list may hold
 * everybody else's as well.
 */
export function idsOfConference(listed: readonly ListedConference[], serviceName: string): string[] {
  const isMeant = ({ name }: ListedConference) => name === serviceName || name.startsWith(`${serviceName}_breakout_`);
  return [...new Set(listed.filter(isMeant).map(({ id }) => id))];
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
