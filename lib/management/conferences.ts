import { z } from 'zod';
import type { ManagementAccess } from './management-client';
import { LARGEST_PAGE, readList } from './read-list';

/** One without an id can be put out by nobody, and is there all the same. */
const Listed = z.object({ id: z.string().min(1).nullable().catch(null), name: z.string() });
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
  const { items } = await readList(access, {
    list: 'status/v1/conference',
    filters,
    item: Listed,
    urgency: 'hard-stop',
    pageSize: LARGEST_PAGE,
  });
  return items;
}

/**
 * Ids of this conference and of its breakout rooms, `<main>_breakout_<uuid>` (event-sink.md §3, D); null for one that is
 * listed without. The list may hold everybody else's as well.
 */
export function idsOfConference(listed: readonly ListedConference[], serviceName: string): (string | null)[] {
  const isMeant = ({ name }: ListedConference) => name === serviceName || name.startsWith(`${serviceName}_breakout_`);
  return [...new Set(listed.filter(isMeant).map(({ id }) => id))];
}
