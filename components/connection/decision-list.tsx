'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { PAGE_SIZE, type DecisionPage, type ReportedDecision } from '@/lib/decisions/decision-reports';
import { countWords } from './connection-words';
import { isFiltered, type DecisionFilter } from './decision-filter';
import { DecisionFilterForm } from './decision-filter-form';
import { DecisionRow } from './decision-row';
import { useDecisions } from './use-decisions';

type DecisionsProps = {
  initial: DecisionPage;
  initialFilter: DecisionFilter;
  onTryAgain: (decision: ReportedDecision) => void;
};

/** The last decisions in full. They follow what happens, but never move under somebody who reads. */
export function Decisions({ initial, initialFilter, onTryAgain }: DecisionsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const decisions = useDecisions(initial, initialFilter, () => isReadIn(frame.current));
  const { filter, list, rows, hasOlder, pending, failure, choose, older, newer } = decisions;
  const seen = list.shown.slice(0, rows);

  const [typed, setTyped] = useState(initialFilter.alias);

  function showOnly(alias: string) {
    setTyped(alias);
    void choose({ ...filter, alias });
  }

  async function showNewer() {
    // The button that was pressed is gone then; whoever uses the keyboard goes on at the list.
    frame.current?.focus();
    await newer();
  }

  return (
    <>
      <DecisionFilterForm
        filter={filter}
        typed={typed}
        onType={setTyped}
        isBusy={pending === 'filter'}
        onChoose={(next) => void choose(next)}
      />
      <p role="status" className={failure ? 'mt-3 text-[0.9375rem] text-danger' : 'sr-only'}>
        {failure ?? (pending === 'filter' ? 'Looking…' : `${seen.length} shown`)}
      </p>
      <div ref={frame} tabIndex={-1} aria-label="Decisions" role="group" className="mt-3 scroll-mt-28 outline-none">
        {list.held.length > 0 && (
          <Button variant="secondary" className="mb-3 w-full" onClick={() => void showNewer()}>
            {list.isBehind
              ? `Show more than ${PAGE_SIZE} newer answers`
              : `Show ${countWords(list.held.length, 'newer answer', 'newer answers')}`}
          </Button>
        )}
        {seen.length === 0 ? (
          <NoDecisions filter={filter} />
        ) : (
          <ul
            aria-busy={pending === 'filter' || undefined}
            className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card aria-busy:opacity-60"
          >
            {seen.map((decision) => (
              <DecisionRow key={decision.id} decision={decision} onTryAgain={onTryAgain} onOnly={showOnly} />
            ))}
          </ul>
        )}
        {hasOlder && (
          <Button variant="secondary" className="mt-3" busy={pending === 'older'} onClick={() => void older()}>
            Show older
          </Button>
        )}
      </div>
    </>
  );
}

/** Whether somebody is in the list with the keyboard, or has scrolled into it. */
function isReadIn(frame: HTMLElement | null): boolean {
  if (!frame) return false;
  const isInside = document.activeElement !== frame && frame.contains(document.activeElement);
  return isInside || frame.getBoundingClientRect().top < 0;
}

/** Only what nothing else hides may be said to be missing. */
function noneWords({ alias, outcome, request }: DecisionFilter): string {
  const kept = 'Answers are kept for seven days.';
  if (outcome !== '' || request !== '')
    return `${kept} There may be others: choose any answer and any request to see them.`;
  if (alias === '') return kept;
  return `${kept} Look for the alias as dialled or the caller as the node described them, in full. If neither is here, the node may not have asked us: see “Set up Infinity” below.`;
}

function NoDecisions({ filter }: { filter: DecisionFilter }) {
  return (
    <div className="rounded-card border border-dashed border-line bg-surface px-5 py-9 text-center">
      <p className="font-semibold">{isFiltered(filter) ? 'No answer like this' : 'Nothing has been asked yet'}</p>
      <p className="mx-auto mt-1 max-w-lg text-[0.9375rem] text-ink-soft">
        {isFiltered(filter)
          ? noneWords(filter)
          : 'As soon as a node asks whether a caller may come in, it appears here with our answer and its reason.'}
      </p>
    </div>
  );
}
