'use client';

import { useRef, useState } from 'react';
import type { Answer } from '@/components/ui/send';
import { queryOf } from './history-filter';

interface Page<Row> {
  rows: readonly Row[];
  /** Where the next page begins; null when this is the last one. */
  before: string | null;
}

interface State<Filter, Row> extends Page<Row> {
  filter: Filter;
  /** What is being fetched. */
  pending: 'filter' | 'older' | null;
  failure: string | null;
}

/** A list in pages that fits a filter. The page's address keeps the filter. */
export function usePages<Filter extends object, Row>(
  initial: Page<Row>,
  initialFilter: Filter,
  fetchPage: (query: string) => Promise<Answer<Page<Row>>>,
) {
  const [state, setState] = useState<State<Filter, Row>>({
    ...{ ...initial, filter: initialFilter, pending: null, failure: null },
  });
  // An answer to a question that has been replaced meanwhile is dropped.
  const asked = useRef(0);

  async function ask(pending: 'filter' | 'older', query: string) {
    const number = (asked.current += 1);
    setState((known) => ({ ...known, pending, failure: null }));
    const answer = await fetchPage(query);
    if (number !== asked.current) return null;
    setState((known) => ({ ...known, pending: null, failure: answer.ok ? null : answer.message }));
    return answer.ok ? answer.value : null;
  }

  async function choose(filter: Filter) {
    setState((known) => ({ ...known, filter }));
    window.history.replaceState(null, '', `${window.location.pathname}${queryOf(filter)}`);
    const page = await ask('filter', queryOf(filter));
    if (page) setState((known) => ({ ...known, ...page }));
  }

  async function older() {
    const { before, filter, pending } = state;
    if (pending || before === null) return;
    const page = await ask('older', queryOf(filter, { before }));
    if (page) setState((known) => ({ ...known, rows: [...known.rows, ...page.rows], before: page.before }));
  }

  return { ...state, choose, older };
}
