import type { Answer } from '@/components/ui/send';

export interface Page<Row> {
  rows: readonly Row[];
  /** Where the next page begins; null when this is the last one. */
  before: string | null;
}

/** A list in pages, and what is being done about it. */
export interface Pages<Filter, Row> extends Page<Row> {
  /** What was chosen last: the fields show it. */
  filter: Filter;
  /** What the rows fit. Only these are gone on with, never those that were chosen and did not come. */
  shown: Filter;
  /** What is being fetched. */
  pending: 'filter' | 'older' | null;
  failure: string | null;
}

export function pagesOf<Filter, Row>(page: Page<Row>, filter: Filter): Pages<Filter, Row> {
  return { ...page, filter, shown: filter, pending: null, failure: null };
}

/** Other rows are asked for; those at hand stay until they come. */
export function chosen<Filter, Row>(pages: Pages<Filter, Row>, filter: Filter): Pages<Filter, Row> {
  return { ...pages, filter, pending: 'filter', failure: null };
}

/** The answer to what was asked last. One that failed leaves the list, and its filter, as they were. */
export function answered<Filter, Row>(pages: Pages<Filter, Row>, answer: Answer<Page<Row>>): Pages<Filter, Row> {
  const { filter, shown, pending } = pages;
  if (!answer.ok) return { ...pages, filter: shown, pending: null, failure: answer.message };
  const { rows, before } = answer.value;
  if (pending === 'filter') return pagesOf(answer.value, filter);
  return { ...pages, rows: [...pages.rows, ...rows], before, pending: null };
}
