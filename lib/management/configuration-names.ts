import { z } from 'zod';
import type { ManagementAccess } from './management-client';
import { readPages } from './read-list';

const Named = z.object({ name: z.string() });

/**
 * The names of all configured objects of one kind, in the Management Node's order.
 *
 * @param resource as the configuration API calls it, for example `system_location`
 * @param withinMs for all pages together
 * @throws ManagementProblem
 */
export async function configurationNames(
  access: ManagementAccess,
  resource: string,
  withinMs: number,
): Promise<string[]> {
  const list = { list: `configuration/v1/${resource}`, item: Named, urgency: 'background', withinMs } as const;
  const names: string[] = [];
  // Once, however many pages: what is configured does not come and go as people do.
  for await (const { items } of readPages(access, list)) names.push(...items.map(({ name }) => name));
  return names;
}
