import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Moment } from '@/components/connection/moment';
import { Button } from '@/components/ui/button';
import type { DeliveryView } from '@/lib/webhooks/webhook';
import { StateBadge } from './state-badge';
import { stateWords, triesWords } from './webhook-words';

type DeliveryRowProps = { delivery: DeliveryView; onReplay: () => Promise<void> };

/** One message: what it was about, what came of it, and what it says. */
export function DeliveryRow({ delivery, onReplay }: DeliveryRowProps) {
  const { type, createdAt, nextTryAt, lastProblem, isReplay, state } = delivery;
  const [isBusy, setIsBusy] = useState(false);

  async function replay() {
    setIsBusy(true);
    await onReplay();
    setIsBusy(false);
  }

  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <StateBadge {...stateWords(delivery)} />
        <span className="min-w-0 flex-1 basis-40 font-mono text-[0.875rem]">{type}</span>
        <span className="text-sm text-ink-soft">
          <Moment at={createdAt} kind="to-the-second" />
        </span>
      </div>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4">
        <p className="min-w-0 flex-1 basis-60 text-sm text-ink-soft">
          {[triesWords(delivery), isReplay && 'sent again by hand'].filter(Boolean).join(', ')}
          {lastProblem && <span className="block text-ink">{lastProblem}</span>}
          {state === 'waiting' && delivery.attempts > 0 && nextTryAt && (
            <span className="block">
              Next try <Moment at={nextTryAt} kind="to-the-second" />
            </span>
          )}
        </p>
        {state !== 'waiting' && (
          <Button
            variant="quiet"
            size="small"
            className="-mx-3 -my-1.5 min-h-11"
            busy={isBusy}
            onClick={() => void replay()}
          >
            {!isBusy && <RotateCcw aria-hidden="true" className="size-4" strokeWidth={1.75} />}
            Send again
            <span className="sr-only">: {type}</span>
          </Button>
        )}
      </div>
      <details className="mt-1 text-sm">
        <summary className="inline-block cursor-pointer py-1.5 font-medium text-accent">
          What it says<span className="sr-only"> ({type})</span>
        </summary>
        <pre className="mt-1 overflow-x-auto rounded-control bg-sunken px-3 py-2.5 font-mono text-[0.8125rem] leading-relaxed">
          {JSON.stringify(delivery.payload, null, 2)}
        </pre>
      </details>
    </li>
  );
}
