import { z } from 'zod';
import { ask, ManagementProblem, refusalOf, type ManagementAccess } from './management-client';
import type { Urgency } from './request-budget';

/** Fewer round trips than the API's own 20 a page. */
const PAGE_SIZE = 1000;
/** As many as are known to be asked for at once (management-api.md §1, P): the fewer pages, the less can slip. */
export const LARGEST_PAGE = 5000;
/** A Management Node that goes on naming further pages is not believed. */
const MOST_PAGES = 20;
const TIMEOUT_MS = 20_000;

const Page = z.object({
  meta: z.object({ next: z.string().nullish(), total_count: z.number().nullish().catch(null) }),
  objects: z.array(z.unknown()),
});

export interface ListRequest<Item extends z.ZodType> {
  /** For example `status/v1/conference`. */
  list: string;
  filters?: Record<string, string>;
  /** What is taken of each object. */
  item: Item;
  urgency: Urgency;
  pageSize?: number;
  /** For all pages together. */
  timeoutMs?: number;
}

export interface ReadList<T> {
  items: T[];
  /** More than one: the list may have changed in between, and someone in it may have slipped from one into another. */
  pages: number;
}

/**
 * All objects of one list, in the Management Node's order. All or nothing: who reads a part of it as the whole would take
 * the rest for gone.
 *
 * @throws ManagementProblem when the Management Node does not answer in time, refuses, or answers with something else
 */
export async function readList<Item extends z.ZodType>(
  access: ManagementAccess,
  { list, filters = {}, item, urgency, pageSize = PAGE_SIZE, timeoutMs = TIMEOUT_MS }: ListRequest<Item>,
): Promise<ReadList<z.output<Item>>> {
  const until = Date.now() + timeoutMs;
  const items: z.output<Item>[] = [];
  let query = `?${new URLSearchParams({ limit: String(pageSize), ...filters })}`;
  for (let pages = 1; pages <= MOST_PAGES; pages += 1) {
    const leftMs = Math.max(1, until - Date.now());
    const response = await ask(access, { method: 'GET', path: `${list}/${query}`, urgency, timeoutMs: leftMs });
    if (!response.ok) throw refusalOf(response.status);
    const page = Page.safeParse(await response.json().catch(() => null));
    const parsed = z.array(item).safeParse(page.data?.objects);
    if (!page.success || !parsed.success) throw somethingElse(list);
    items.push(...parsed.data);
    const { next, total_count: total } = page.data.meta;
    if (!next && items.length === 0 && total) throw somethingElse(list);
    if (!next) return { items, pages };
    // The next page may be said to be on another host, and our password would go there: only what it asks for counts.
    query = new URL(next, access.url).search;
  }
  throw new ManagementProblem(`the Management Node’s list of ${nameOf(list)} does not end`);
}

function somethingElse(list: string): ManagementProblem {
  return new ManagementProblem(`the Management Node answered a list of ${nameOf(list)} with something else`);
}

function nameOf(list: string): string {
  return list.slice(list.lastIndexOf('/') + 1);
}
