'use client';

import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { DELIVERY_STATES, KEPT_DAYS, type DeliveryState } from '@/lib/webhooks/webhook';
import { DeliveryRow } from './delivery-row';
import { useDeliveries } from './use-deliveries';
import { replayedWords } from './webhook-words';
import { replay } from './webhooks-api';

const CHOICES = [
  ['', 'Any'],
  ['waiting', 'On its way'],
  ['delivered', 'Delivered'],
  ['failed', 'Failed'],
] as const;

type DeliveryListProps = { webhookId: string; host: string; onSay: (text: string, isError?: boolean) => void };

/** What was sent to an address, the newest first. */
export function DeliveryList({ webhookId, host, onSay }: DeliveryListProps) {
  const log = useDeliveries(webhookId);
  const { deliveries, before, filter, pending, failure } = log;
  const [isReplaying, setIsReplaying] = useState(false);

  async function sendAgain(deliveryId: string | null) {
    const answer = await replay(webhookId, deliveryId);
    if (!answer.ok) return onSay(answer.message, true);
    onSay(replayedWords(answer.value.replayed));
    await log.refresh();
  }

  async function sendAllAgain() {
    setIsReplaying(true);
    await sendAgain(null);
    setIsReplaying(false);
  }

  return (
    <section aria-label={`Messages to ${host}`} className="mt-4 border-t border-line pt-4">
      <div className="flex flex-wrap items-end justify-between gap-3 px-4">
        <SelectField
          label="Show"
          className="w-44"
          value={filter}
          choices={CHOICES}
          onChoose={(value) => void log.choose(stateOf(value))}
        />
        <Button variant="secondary" busy={isReplaying} onClick={() => void sendAllAgain()}>
          {!isReplaying && <RotateCcw aria-hidden="true" className="size-4" strokeWidth={1.75} />}
          Send all failed again
        </Button>
      </div>
      <p role="status" className={failure ? 'mt-3 px-4 text-[0.9375rem] text-danger' : 'sr-only'}>
        {failure ?? (pending === 'filter' ? 'Looking…' : `${deliveries?.length ?? 0} shown`)}
      </p>
      {deliveries?.length === 0 && (
        <p className="px-4 py-8 text-center text-[0.9375rem] text-ink-soft">
          {filter === ''
            ? `Nothing was sent yet. What is sent is kept for ${KEPT_DAYS} days.`
            : 'No message like this.'}
        </p>
      )}
      {deliveries && deliveries.length > 0 && (
        <ul
          aria-busy={pending === 'filter' || undefined}
          className="mt-4 divide-y divide-line border-t border-line aria-busy:opacity-60"
        >
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} onReplay={() => sendAgain(delivery.id)} />
          ))}
        </ul>
      )}
      {before !== null && (
        <div className="border-t border-line px-4 py-3">
          <Button variant="secondary" busy={pending === 'older'} onClick={log.older}>
            Show older
          </Button>
        </div>
      )}
    </section>
  );
}

function stateOf(value: string): DeliveryState | '' {
  return DELIVERY_STATES.find((state) => state === value) ?? '';
}
