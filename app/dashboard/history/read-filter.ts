import type { z } from 'zod';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What a page's address narrows its list to. One that cannot be read shows everything, rather than nothing. */
export function readFilter<Filter extends object, S extends z.ZodType>(
  params: Awaited<SearchParams>,
  none: Filter,
  schema: S,
): { filter: Filter; query: z.output<S> } {
  const given = Object.keys(none).map((key) => [key, typeof params[key] === 'string' ? params[key] : ''] as const);
  const filter = Object.fromEntries(given) as Filter;
  const parsed = schema.safeParse(filter);
  return parsed.success ? { filter, query: parsed.data } : { filter: none, query: schema.parse(none) };
}
