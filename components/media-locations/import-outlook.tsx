import { Button } from '@/components/ui/button';
import { FailureNote } from './failure-note';
import type { Failure, ImportEffect } from './rules-api';

/** What is known of the chosen file. */
export type Outlook =
  { state: 'none' | 'checking' } | { state: 'ready'; effect: ImportEffect } | { state: 'refused'; failure: Failure };

type ImportOutlookProps = { outlook: Outlook; onLookAgain: () => void; onUnchecked: () => void };

/** What an import would do, or why it cannot be done. */
export function ImportOutlook({ outlook, onLookAgain, onUnchecked }: ImportOutlookProps) {
  return (
    <div className="mt-5">
      <p role="status" className="text-[0.9375rem] leading-relaxed">
        {outlook.state === 'checking' && 'Checking the file…'}
        {outlook.state === 'ready' && effectWords(outlook.effect)}
      </p>
      {outlook.state === 'refused' && (
        <>
          <FailureNote failure={outlook.failure}>
            {outlook.failure.code === 'unchecked' && (
              <Button variant="secondary" size="small" onClick={onUnchecked}>
                Import without checking
              </Button>
            )}
            {['changed-meanwhile', 'unreachable', 'unavailable'].includes(outlook.failure.code) && (
              <Button variant="secondary" size="small" onClick={onLookAgain}>
                Look again
              </Button>
            )}
          </FailureNote>
          <Faults failure={outlook.failure} />
        </>
      )}
    </div>
  );
}

function Faults({ failure: { faults = [], faultCount = 0 } }: { failure: Failure }) {
  if (faults.length === 0) return null;
  return (
    <>
      <ul
        aria-label="What is wrong in the file"
        tabIndex={0}
        className="mt-3 max-h-72 divide-y divide-line overflow-y-auto rounded-control border border-line text-sm"
      >
        {faults.map(({ line, field, message }, index) => (
          <li key={index} className="px-3.5 py-2">
            <span className="font-semibold">{line > 0 ? `Line ${line}` : 'The file'}</span>
            {field && (
              <>
                , <code>{field}</code>
              </>
            )}
            : {message}
          </li>
        ))}
      </ul>
      {faultCount > faults.length && (
        <p className="mt-2 text-sm text-ink-soft">And {faultCount - faults.length} more.</p>
      )}
    </>
  );
}

function effectWords({ total, added, changed, unchanged, removed }: ImportEffect): string {
  const parts = [
    added > 0 && `${added} new`,
    changed > 0 && `${changed} changed`,
    unchanged > 0 && `${unchanged} as before`,
    removed > 0 && `${removed} deleted`,
  ].filter(Boolean);
  return `There will be ${total === 1 ? '1 rule' : `${total} rules`}: ${parts.join(', ')}.`;
}
