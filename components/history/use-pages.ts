'use client';

import { useRef, useState } from 'react';
import type { Answer } from '@/components/ui/send';
import { queryOf } from './history-filter';
import { answered, chosen, pagesOf, type Page } from './pages';

/** A list in pages that fits a filter. The page's address keeps the filter that the rows fit. */
export function usePages<Filter extends object, Row>(
  initial: Page<Row>,
  initialFilter: Filter,
  fetchPage: (query: string) => Promise<Answer<Page<Row>>>,
) {
  const [state, setState] = useState(() => pagesOf(initial, initialFilter));
  // An answer to a question that has been replaced meanwhile is dropped.
  const asked = useRef(0);

  async function ask(query: string) {
    const number = (asked.current += 1);
    const answer = await fetchPage(query);
    if (number !== asked.current) return false;
    setState((known) => answered(known, answer));
    return answer.ok;
  }

  async function choose(filter: Filter) {
    setState((known) => chosen(known, filter));
    const query = queryOf(filter);
    if (await ask(query)) window.history.replaceState(null, '', `${window.location.pathname}${query}`);
  }

  async function older() {
    const { before, shown, pending } = state;
    if (pending || before === null) return;
    setState((known) => ({ ...known, pending: 'older', failure: null }));
    await ask(queryOf(shown, { before }));
  }

  return { ...state, choose, older };
}
