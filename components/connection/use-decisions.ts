'use client';

import { useRef, useState } from 'react';
import type { Answer } from '@/components/ui/send';
import { PAGE_SIZE, type DecisionPage } from '@/lib/decisions/decision-reports';
import { fetchDecisions } from './connection-api';
import { newerSince, showHeld, startWith, withNewer, withOlder, type DecisionList } from './decision-list-state';
import { filterQuery, type DecisionFilter } from './decision-filter';
import { usePolling } from './use-polling';

/** How many are seen at first: the page goes on below the list. */
const FIRST_ROWS = 10;

interface State {
  filter: DecisionFilter;
  list: DecisionList;
  /** How many of the list are seen. */
  rows: number;
  /** What is being fetched because somebody asked for it. */
  pending: 'filter' | 'older' | null;
  failure: string | null;
}

/**
 * The decisions that fit a filter, followed as they are made. The page's address keeps the filter.
 *
 * @param isReading whether somebody reads in the list at this moment, so that it must not move
 */
export function useDecisions(initial: DecisionPage, initialFilter: DecisionFilter, isReading: () => boolean) {
  const [state, setState] = useState<State>({
    filter: initialFilter,
    list: startWith(initial),
    rows: FIRST_ROWS,
    pending: null,
    failure: null,
  });
  // An answer to a question that has been replaced meanwhile is dropped.
  const asked = useRef(0);
  const current = useRef(state.list);

  function put(change: Partial<State>) {
    if (change.list) current.current = change.list;
    setState((before) => ({ ...before, ...change }));
  }

  async function ask(pending: 'filter' | 'older', question: Promise<Answer<DecisionPage>>) {
    const number = (asked.current += 1);
    put({ pending, failure: null });
    const answer = await question;
    if (number !== asked.current) return null;
    put({ pending: null, failure: answer.ok ? null : answer.message });
    return answer.ok ? answer.value : null;
  }

  async function choose(filter: DecisionFilter) {
    put({ filter });
    window.history.replaceState(null, '', `${window.location.pathname}${filterQuery(filter)}`);
    const page = await ask('filter', fetchDecisions(filter));
    if (page) begin(page);
  }

  function begin(page: DecisionPage) {
    put({ list: startWith(page), rows: FIRST_ROWS });
  }

  async function older() {
    const { before, shown } = current.current;
    if (state.pending) return;
    const rows = state.rows + PAGE_SIZE;
    if (before === null || shown.length >= rows) return put({ rows });
    const page = await ask('older', fetchDecisions(state.filter, { before }));
    if (page) put({ list: withOlder(current.current, page), rows });
  }

  async function newer() {
    if (current.current.isBehind) return choose(state.filter);
    put({ list: showHeld(current.current), rows: FIRST_ROWS });
  }

  usePolling(async () => {
    if (state.pending) return;
    const number = asked.current;
    const mayMove = () => state.rows === FIRST_ROWS && !isReading();
    const isAnew = current.current.isBehind && mayMove();
    const place = isAnew ? {} : { since: newerSince(current.current) };
    const answer = await fetchDecisions(state.filter, place);
    // Whoever asked for something meanwhile gets that; and that we are late is said where the status is.
    if (!answer.ok || number !== asked.current) return;
    if (isAnew && mayMove()) begin(answer.value);
    else if (!isAnew) put({ list: withNewer(current.current, answer.value, !mayMove()) });
  });

  const hasOlder = state.rows < state.list.shown.length || state.list.before !== null;
  return { ...state, hasOlder, choose, older, newer };
}
