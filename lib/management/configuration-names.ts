import { z } from 'zod';
import { call, type ManagementAccess } from './management-client';

/** Fewer round trips than the API's own 20 a page; 5000 is in use elsewhere (management-api.md §1, P). */
const PAGE_SIZE = 1000;
/** Twenty thousand objects. A Management Node that goes on naming further pages is not believed. */
const MOST_PAGES = 20;

const Page = z.object({
  meta: z.object({ next: z.string().nullish() }),
  objects: z.array(z.object({ name: z.string() })),
});

/**
 * The names of all configured objects of one kind, in the Management Node's order.
 *
 * @param resource as the configuration API calls it, for example `system_location`
 * @param timeoutMs for all pages together
 * @throws when the Management Node does not answer in time, refuses, or answers with something else
 */
export async function configurationNames(
  access: ManagementAccess,
  resource: string,
  timeoutMs: number,
): Promise<string[]> {
  const until = Date.now() + timeoutMs;
  const names: string[] = [];
  let query = `?limit=${PAGE_SIZE}`;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const leftMs = Math.max(1, until - Date.now());
    const response = await call(access, 'GET', `configuration/v1/${resource}/${query}`, undefined, leftMs);
    if (!response.ok) throw new Error(`the Management Node answered ${response.status} to a list of ${resource}`);
    const parsed = Page.safeParse(await response.json().catch(() => null));
    if (!parsed.success) throw new Error(`the Management Node answered a list of ${resource} with something else`);
    names.push(...parsed.data.objects.map(({ name }) => name));
    const { next } = parsed.data.meta;
    if (!next) return names;
    // The next page may be said to be on another host, and our password would go there: only what it asks for counts.
    query = new URL(next, access.url).search;
  }
  throw new Error(`the list of ${resource} does not end`);
}
