import { z } from 'zod';
import { ManagementProblem, type ManagementAccess } from './management-client';
import { LARGEST_PAGE, readList } from './read-list';

/** Of one without a node it is known that somebody carries the conference; of one without a conference nothing. */
const Shard = z.object({ conference: z.string(), node: z.string().catch('') });
/** One node's share of a live conference. */
export type ListedPlace = z.output<typeof Shard>;

/** Which nodes carry which conferences. Throws ManagementProblem rather than leave one out. */
export async function listPlaces(access: ManagementAccess): Promise<ListedPlace[]> {
  const { items, unread } = await readList(access, {
    list: 'status/v1/conference_shard',
    item: Shard,
    urgency: 'background',
    pageSize: LARGEST_PAGE,
  });
  if (unread.length > 0) {
    throw new ManagementProblem('the Management Node lists a conference’s place without saying of which');
  }
  return items;
}

/** How many Conferencing Nodes the Management Node has: none says that it tells us nothing, not that nobody calls. */
export async function countNodes(access: ManagementAccess): Promise<number> {
  const { items } = await readList(access, { list: 'status/v1/worker_vm', item: z.object({}), urgency: 'background' });
  return items.length;
}
