import type { Latency } from '@/lib/decisions/decision-reports';
import { countWords, durationWords } from './connection-words';
import { Moment } from './moment';

/** How long we take to answer; the node gives up after five seconds (policy-api.md §1). */
export function LatencyFigures({ latency }: { latency: Latency | null }) {
  if (!latency) return <p className="text-[0.9375rem] text-ink-soft">Nothing was asked in the last hour.</p>;
  const figures = [
    ['Half of them within', latency.p50Us],
    ['95 of 100 within', latency.p95Us],
    ['99 of 100 within', latency.p99Us],
  ] as const;
  return (
    <>
      <dl className="grid grid-cols-3 divide-x divide-line rounded-card border border-line bg-surface shadow-card">
        {figures.map(([label, us], index) => (
          <div key={label} className="px-3 py-3 sm:px-4">
            <dt className="text-[0.8125rem] text-ink-soft sm:text-sm">
              {label} <span className="sr-only">(p{[50, 95, 99][index]})</span>
            </dt>
            <dd className="mt-0.5 text-xl font-semibold tabular-nums sm:text-2xl">{durationWords(us)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-sm text-ink-soft">
        {latency.isBounded ? (
          <>
            p50, p95 and p99 over the newest {countWords(latency.decisions, 'answer', 'answers')}, since{' '}
            <Moment at={latency.since} kind="time" />.
          </>
        ) : (
          <>p50, p95 and p99 over {countWords(latency.decisions, 'answer', 'answers')} of the last hour.</>
        )}
      </p>
    </>
  );
}
