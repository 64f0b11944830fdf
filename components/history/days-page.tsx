'use client';

import { useEffect, useRef, useState } from 'react';
import { Card } from '@/components/ui/card';
import type { DailyFigures } from '@/lib/history/figures-report';
import { DaysChart } from './days-chart';
import { DaysTable } from './days-table';
import { ExportButton } from './export-button';
import { fetchDays } from './history-api';
import { ownTimeZone, queryOf, type PeriodFilter } from './history-filter';
import { durationWords, shareWords, starsWords } from './history-words';
import { PageFrame } from './page-frame';
import { PeriodFields } from './period-fields';
import { totalOf } from './days-total';

interface Shown {
  figures: DailyFigures | null;
  failure: string | null;
  isBusy: boolean;
}

/** What each day came to. Days are the reader's own, which only the browser knows: so they are fetched, not rendered with the page. */
export function DaysPage() {
  const [period, setPeriod] = useState<PeriodFilter>({ from: '', to: '', timeZone: '' });
  const [{ figures, failure, isBusy }, setShown] = useState<Shown>({ figures: null, failure: null, isBusy: true });
  // An answer to a question that has been replaced meanwhile is dropped.
  const asked = useRef(0);

  async function load(wanted: PeriodFilter) {
    const number = (asked.current += 1);
    setShown((known) => ({ ...known, isBusy: true, failure: null }));
    const answer = await fetchDays(queryOf(wanted));
    if (number !== asked.current) return;
    setShown((known) => ({
      figures: answer.ok ? answer.value : known.figures,
      failure: answer.ok ? null : (Object.values(answer.fields)[0] ?? answer.message),
      isBusy: false,
    }));
  }

  function change(part: Partial<PeriodFilter>) {
    const wanted = { ...period, ...part, timeZone: ownTimeZone() };
    setPeriod(wanted);
    void load(wanted);
  }

  useEffect(() => {
    const wanted = { from: '', to: '', timeZone: ownTimeZone() };
    const number = (asked.current += 1);
    void fetchDays(queryOf(wanted)).then((answer) => {
      if (number !== asked.current) return;
      setPeriod(wanted);
      setShown({ figures: answer.ok ? answer.value : null, failure: answer.ok ? null : answer.message, isBusy: false });
    });
  }, []);

  return (
    <PageFrame
      title="Days"
      intro="What each day came to, by the day on which a meeting begins. The last thirty days, or those you choose."
      actions={
        <ExportButton path={`/api/history/days/csv${queryOf(period)}`} fileName="days.csv" disabled={!figures} />
      }
    >
      <div className="mt-5 grid grid-cols-2 gap-3 sm:flex">
        <PeriodFields period={period} onChange={change} />
      </div>
      <p role="status" className={failure ? 'mt-3 text-[0.9375rem] text-danger' : 'sr-only'}>
        {failure ?? (isBusy ? 'Counting…' : 'Counted')}
      </p>
      {figures ? (
        <div aria-busy={isBusy || undefined} className="aria-busy:opacity-60">
          <Totals figures={figures} />
          <Card className="mt-4 p-4 sm:p-5">
            <DaysChart days={figures.days} />
          </Card>
          <DaysTable days={figures.days} />
          <p className="mt-3 max-w-3xl text-sm text-ink-soft">
            Answered means that an agent was in. Waiting counts from the first arrival until then; nine in ten waited no
            longer than the second figure. Days are those of {figures.timeZone}.
          </p>
        </div>
      ) : (
        !failure && <div aria-hidden="true" className="mt-4 h-72 animate-pulse rounded-card bg-sunken" />
      )}
    </PageFrame>
  );
}

function Totals({ figures }: { figures: DailyFigures }) {
  const total = totalOf(figures.days);
  const facts = [
    ['Meetings', total.meetings.toLocaleString('en')],
    ['With somebody in', total.visited.toLocaleString('en')],
    ['Answered', shareWords(total.answered, total.visited)],
    ['Time talked', durationWords(total.durationTotalMs)],
    ['Rating', total.ratings === 0 ? '–' : starsWords(total.stars / total.ratings)],
  ] as const;
  return (
    <dl className="mt-4 grid grid-cols-2 rounded-card border border-line bg-surface shadow-card sm:grid-cols-5 sm:divide-x sm:divide-line">
      {facts.map(([label, value]) => (
        <div key={label} className="px-4 py-3">
          <dt className="text-sm text-ink-soft">{label}</dt>
          <dd className="mt-0.5 text-xl font-semibold tabular-nums sm:text-2xl">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
