import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { ReportedTrial } from '@/lib/decisions/decision-reports';
import { sizeWords, verdictWords } from './connection-words';
import { OutcomeBadge } from './outcome-badge';

/** What a node would get. */
export function TesterResult({ result }: { result: ReportedTrial | null }) {
  return (
    <div
      role="status"
      aria-label="Answer"
      className="min-w-0 self-start rounded-card border border-line bg-surface px-4 py-4 shadow-card"
    >
      {result ? (
        <Answer result={result} />
      ) : (
        <p className="text-[0.9375rem] text-ink-soft">
          The answer appears here as a node would get it. Asking leaves no trace: nothing is recorded, and no ticket is
          used up.
        </p>
      )}
    </div>
  );
}

function Answer({ result }: { result: ReportedTrial }) {
  const { status, outcome, reason, answer, pictureBytes, names } = result;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <OutcomeBadge outcome={outcome} />
        <span className="font-medium">{reason}</span>
        <span className="ml-auto text-sm text-ink-soft tabular-nums">HTTP {status}</span>
      </p>
      <Verdict hasFailed={outcome === 'failed'} names={names} />
      {answer !== null && (
        <pre
          tabIndex={0}
          aria-label="The answer as JSON"
          className="mt-3 max-h-128 overflow-auto rounded-control bg-sunken p-3 font-mono text-[0.8125rem] leading-relaxed"
        >
          {JSON.stringify(answer, null, 2)}
        </pre>
      )}
      {pictureBytes !== null && (
        <p className="mt-3 text-[0.9375rem] text-ink-soft">A JPEG picture of {sizeWords(pictureBytes)}.</p>
      )}
    </>
  );
}

const VERDICTS = {
  good: { Icon: CircleCheck, colour: 'text-good' },
  unsure: { Icon: TriangleAlert, colour: 'text-warn' },
  bad: { Icon: CircleX, colour: 'text-danger' },
};

/** Whether Infinity takes the answer. Each was checked by its field rules before; names are known to Infinity alone. */
function Verdict({ hasFailed, names }: { hasFailed: boolean; names: ReportedTrial['names'] }) {
  const isVoid = names.missing.length > 0;
  const { Icon, colour } = VERDICTS[hasFailed || isVoid ? 'bad' : names.unchecked ? 'unsure' : 'good'];
  return (
    <div className="mt-2.5 flex gap-2 text-[0.9375rem]">
      <Icon aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${colour}`} strokeWidth={1.75} />
      <div className="min-w-0 wrap-anywhere">
        <p>{verdictWords(hasFailed, names)}</p>
        {isVoid && (
          <ul className="mt-1 list-disc ps-5">
            {names.missing.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
