import { z } from 'zod';
import { ask, ManagementProblem, refusalOf, textOf, type ManagementAccess } from './management-client';
import type { Urgency } from './request-budget';

/** Fewer round trips than the API's own 20 a page. */
const PAGE_SIZE = 1000;
/** As many as are known to be asked for at once (management-api.md §1, P): the fewer pages, the less can slip. */
export const LARGEST_PAGE = 5000;
/** A Management Node that goes on naming further pages is not believed. Some give twenty rows at once, whatever is asked for. */
const MOST_ROWS = 100_000;
/** For one page: ten seconds and more are usual where the Management Node is slow (management-api.md §1, D, P). */
const PAGE_MS = 20_000;
/** For all pages together, of a slow one or of one that gives few rows at once. */
const WITHIN_MS = 200_000;

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
  /** For each page, its turn included. */
  pageMs?: number;
  /** For all pages together. */
  withinMs?: number;
}

export interface ReadRows<T> {
  items: T[];
  /** Objects that are not what they should be, as they came. Who reads them as absent may take somebody for gone. */
  unread: unknown[];
}

/**
 * All objects of one list, in the Management Node's order. All or nothing: who reads a part of it as the whole would take
 * the rest for gone. Single objects that cannot be read are left to the caller: one that is about somebody else must not
 * stand in the way. A list of several pages is read twice: whoever leaves meanwhile moves those behind up by one, and the
 * first of the next page into one that was read already. Nobody is overlooked twice but by a rare chance; what is in both
 * readings is here twice, and that does no harm.
 *
 * @throws ManagementProblem when the Management Node does not answer in time, refuses, or answers with something else
 */
export async function readList<Item extends z.ZodType>(
  access: ManagementAccess,
  request: ListRequest<Item>,
): Promise<ReadRows<z.output<Item>>> {
  const until = Date.now() + (request.withinMs ?? WITHIN_MS);
  const read: ReadRows<z.output<Item>> = { items: [], unread: [] };
  const readOnce = async () => {
    let pages = 0;
    for await (const { items, unread } of readPages(access, { ...request, withinMs: until - Date.now() })) {
      for (const one of items) read.items.push(one);
      read.unread.push(...unread);
      pages += 1;
    }
    return pages;
  };
  if ((await readOnce()) > 1) await readOnce();
  return read;
}

/** The same page by page, for whom a part of it is of use too. Each is asked for when it is wanted. Throws as `readList` does. */
export async function* readPages<Item extends z.ZodType>(
  access: ManagementAccess,
  request: ListRequest<Item>,
): AsyncGenerator<ReadRows<z.output<Item>>, void> {
  const { list, filters = {}, item, urgency, pageSize = PAGE_SIZE, pageMs = PAGE_MS, withinMs = WITHIN_MS } = request;
  const until = Date.now() + withinMs;
  let query = `?${new URLSearchParams({ limit: String(pageSize), ...filters })}`;
  const asked = new Set<string>();
  let rows = 0;
  while (rows <= MOST_ROWS && !asked.has(query)) {
    asked.add(query);
    const timeoutMs = Math.max(1, Math.min(pageMs, until - Date.now()));
    const response = await ask(access, { method: 'GET', path: `${list}/${query}`, urgency, timeoutMs });
    if (!response.ok) throw refusalOf(response.status);
    const page = Page.safeParse(jsonOf(await textOf(response)));
    if (!page.success) throw somethingElse(list);
    const { next, total_count: total } = page.data.meta;
    rows += page.data.objects.length;
    yield readRows(list, item, page.data.objects);
    if (!next && total && rows < total) {
      throw new ManagementProblem(`the Management Node listed ${rows} of ${total} in its list of ${nameOf(list)}`);
    }
    if (!next) return;
    if (page.data.objects.length === 0 || !URL.canParse(next, access.url)) throw somethingElse(list);
    // The next page may be said to be on another host, and our password would go there: only what it asks for counts.
    query = new URL(next, access.url).search;
  }
  throw new ManagementProblem(`the Management Node’s list of ${nameOf(list)} does not end`);
}

/** One that cannot be read may be odd; where none of several can, the list is another than we know. */
function readRows<Item extends z.ZodType>(list: string, item: Item, objects: unknown[]): ReadRows<z.output<Item>> {
  const read: ReadRows<z.output<Item>> = { items: [], unread: [] };
  for (const object of objects) {
    const parsed = item.safeParse(object);
    if (parsed.success) read.items.push(parsed.data);
    else read.unread.push(object);
  }
  if (read.items.length === 0 && read.unread.length > 1) throw somethingElse(list);
  if (read.unread.length > 0 && !toldUnread.has(list)) {
    console.warn(
      `left out what cannot be read in the Management Node’s list of ${nameOf(list)}: ${read.unread.length}`,
    );
    toldUnread.add(list);
  }
  return read;
}

/** Lists of which it was said that they hold such objects: once, and not with every look. */
const toldUnread = new Set<string>();

/** Null for what is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function somethingElse(list: string): ManagementProblem {
  return new ManagementProblem(`the Management Node answered a list of ${nameOf(list)} with something else`);
}

function nameOf(list: string): string {
  return list.slice(list.lastIndexOf('/') + 1);
}
