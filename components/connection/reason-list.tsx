'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ReasonCounts } from '@/lib/decisions/decision-reports';
import { countWords, requestWords } from './connection-words';
import { Moment } from './moment';
import { OutcomeBadge } from './outcome-badge';

/** The rest is rare, and seen by whoever looks for it. */
const FIRST_ROWS = 10;

/** What we answered and why, the most frequent first. */
export function ReasonList({ answers }: { answers: ReasonCounts | null }) {
  const [isWhole, setIsWhole] = useState(false);
  if (!answers) return <p className="text-[0.9375rem] text-ink-soft">Nothing was asked in the last day.</p>;
  const listed = answers.reasons.reduce((sum, { decisions }) => sum + decisions, 0);
  const others = answers.decisions - listed;
  return (
    <>
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
        {answers.reasons.slice(0, isWhole ? undefined : FIRST_ROWS).map(({ request, outcome, reason, decisions }) => (
          <li
            key={JSON.stringify([request, outcome, reason])}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1 px-4 py-2.5
              sm:grid-cols-[9rem_minmax(0,1fr)_minmax(0,11rem)_4.5rem]"
          >
            <span className="max-sm:order-1">
              <OutcomeBadge outcome={outcome} />
            </span>
            <span className="text-[0.9375rem] max-sm:order-3 max-sm:col-span-2">{reason}</span>
            <span className="text-sm text-ink-soft max-sm:order-4 max-sm:col-span-2">{requestWords(request)}</span>
            <span className="text-right font-medium tabular-nums max-sm:order-2">
              {decisions.toLocaleString('en')}
              <span className="sr-only"> times</span>
            </span>
          </li>
        ))}
      </ul>
      {answers.reasons.length > FIRST_ROWS && (
        <Button variant="secondary" className="mt-3" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Show the most frequent only' : `Show all ${answers.reasons.length} reasons`}
        </Button>
      )}
      <p className="mt-2 text-sm text-ink-soft">
        {others > 0 && `${countWords(others, 'answer', 'answers')} for other reasons. `}
        {answers.isBounded ? (
          <>
            Of the newest {countWords(answers.decisions, 'answer', 'answers')}, since <Moment at={answers.since} />.
          </>
        ) : (
          `Of ${countWords(answers.decisions, 'answer', 'answers')} in the last 24 hours.`
        )}
      </p>
    </>
  );
}
