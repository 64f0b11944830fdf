'use client';

import { Button } from '@/components/ui/button';
import type { ReportedDecision } from '@/lib/decisions/decision-reports';
import { durationWords, requestWords } from './connection-words';
import { Moment } from './moment';
import { OutcomeBadge } from './outcome-badge';
import { draftOf } from './recorded-question';

type DecisionRowProps = {
  decision: ReportedDecision;
  onTryAgain: (decision: ReportedDecision) => void;
  onOnly: (alias: string) => void;
};

/** One answer in full: what was asked, what we said, why, and how long it took. */
export function DecisionRow({ decision, onTryAgain, onOnly }: DecisionRowProps) {
  const { id, at, alias, outcome, reason, request } = decision;
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <OutcomeBadge outcome={outcome} />
        <span className="min-w-0 flex-1 basis-60 text-[0.9375rem] font-medium">{reason}</span>
        <span className="text-sm text-ink-soft">
          <Moment at={at} kind="to-the-second" />
        </span>
      </div>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4">
        <dl className="flex min-w-0 flex-1 basis-72 flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-soft">
          <Fact label="Request">{requestWords(request)}</Fact>
          <Fact label="Alias">
            {alias === '' ? (
              'no alias'
            ) : (
              <button
                type="button"
                onClick={() => onOnly(alias)}
                title="Show only this alias"
                className="text-left font-mono text-[0.8125rem] break-all text-ink underline decoration-line underline-offset-2 hover:decoration-current"
              >
                {alias}
              </button>
            )}
          </Fact>
          <Fact label="Caller">{decision.caller}</Fact>
          <Fact label="Caller’s alias">{decision.callerAlias === decision.caller ? '' : decision.callerAlias}</Fact>
          <Fact label="Protocol">{decision.protocol}</Fact>
          <Fact label="Location">{decision.location}</Fact>
          <Fact label="Node">{decision.node}</Fact>
          <Fact label="Took">{durationWords(decision.latencyUs)}</Fact>
          {decision.meetingId !== null && (
            <Fact label="Meeting">
              <span aria-hidden="true">Meeting </span>
              <span className="font-mono text-[0.8125rem] break-all">{decision.meetingId}</span>
            </Fact>
          )}
          <Fact label="Decision">
            <span aria-hidden="true">Decision </span>
            <span className="font-mono text-[0.8125rem] break-all">{id}</span>
          </Fact>
        </dl>
        {draftOf(decision) && (
          <Button variant="quiet" size="small" className="-mx-3 -my-1.5 min-h-11" onClick={() => onTryAgain(decision)}>
            Try this again
            <span className="sr-only">: {alias}</span>
          </Button>
        )}
      </div>
      {decision.asked === '' ? (
        <p className="mt-1 text-sm text-ink-soft">Not everything that was asked was kept: many came at once.</p>
      ) : (
        <AskedInFull asked={decision.asked} />
      )}
    </li>
  );
}

/** Every parameter of the question, by the names that a node's support log shows. */
function AskedInFull({ asked }: { asked: string }) {
  return (
    <details className="mt-1 text-sm">
      <summary className="min-h-6 w-fit cursor-pointer text-ink-soft hover:text-ink">Everything that was asked</summary>
      <dl className="mt-1.5 grid gap-x-4 gap-y-0.5 rounded-control bg-sunken px-3 py-2 sm:grid-cols-[auto_1fr]">
        {[...new URLSearchParams(asked)].map(([name, value], index) => (
          <div key={index} className="contents">
            <dt className="font-mono text-[0.8125rem] text-ink-soft">{name}</dt>
            <dd className="min-w-0 font-mono text-[0.8125rem] break-all">{value === '' ? '–' : value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** A word and what it says here; nothing where it says nothing. */
function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  if (children === '') return null;
  return (
    <div className="min-w-0">
      <dt className="sr-only">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
