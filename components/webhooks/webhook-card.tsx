'use client';

import { ChevronDown, KeyRound, Pencil, Send, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { Moment } from '@/components/connection/moment';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { WebhookView } from '@/lib/webhooks/webhook';
import { DeliveryList } from './delivery-list';
import { StateBadge } from './state-badge';
import { heardWords, hostWords, lastWords } from './webhook-words';

type WebhookCardProps = {
  webhook: WebhookView;
  onEdit: () => void;
  onRemove: () => void;
  onTurn: (isEnabled: boolean) => Promise<void>;
  /** True when a test is on its way. */
  onTest: () => Promise<boolean>;
  onNewSecret: () => Promise<void>;
  onSay: (text: string, isError?: boolean) => void;
};

/** One address: what it hears, how it goes, and its log. */
export function WebhookCard({ webhook, onEdit, onRemove, onTurn, onTest, onNewSecret, onSay }: WebhookCardProps) {
  const { id, url, types, note, isEnabled, last, formerSecretUntil } = webhook;
  const host = hostWords(url);
  const heard = heardWords(types);
  const headingId = useId();
  const logId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [busy, setBusy] = useState<'turn' | 'test' | 'secret' | null>(null);
  // A test wants to be seen, so the log is read anew.
  const [tests, setTests] = useState(0);

  async function turn() {
    setBusy('turn');
    await onTurn(!isEnabled);
    setBusy(null);
  }

  async function replaceSecret() {
    setBusy('secret');
    await onNewSecret();
    setBusy(null);
  }

  async function test() {
    setBusy('test');
    if (await onTest()) {
      setIsOpen(true);
      setTests(tests + 1);
    }
    setBusy(null);
  }

  return (
    <Card className="pt-4">
      <article aria-labelledby={headingId} className={isOpen ? '' : 'pb-3'}>
        <div className="flex flex-wrap items-start gap-x-6 gap-y-2 px-4">
          <div className="min-w-0 flex-1 basis-72">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h2 id={headingId} className="min-w-0 font-semibold break-all">
                {host}
              </h2>
              <StateBadge words={isEnabled ? 'On' : 'Off'} tone={isEnabled ? 'good' : 'calm'} />
            </div>
            <p className="mt-1 font-mono text-[0.8125rem] break-all text-ink-soft">{url}</p>
            {note && <p className="mt-1 text-[0.9375rem] break-words">{note}</p>}
            <p className="mt-1 text-sm text-ink-soft">Hears of: {heard}</p>
            {formerSecretUntil && (
              <p className="mt-1 text-sm text-ink-soft">
                Signed with the former secret as well until <Moment at={formerSecretUntil} />
              </p>
            )}
          </div>
          <p className={`text-sm ${last?.state === 'failed' ? 'text-danger' : 'text-ink-soft'}`}>
            {lastWords(last)}
            {last && (
              <>
                {' '}
                (<Moment at={last.at} />)
              </>
            )}
          </p>
        </div>
        <div className="mt-3 flex flex-wrap gap-1 px-1">
          <Button
            variant="quiet"
            size="small"
            className="min-h-11"
            aria-expanded={isOpen}
            aria-controls={logId}
            onClick={() => setIsOpen(!isOpen)}
          >
            <ChevronDown aria-hidden="true" className={`size-4 ${isOpen ? 'rotate-180' : ''}`} strokeWidth={1.75} />
            Messages
          </Button>
          <Button
            variant="quiet"
            size="small"
            className="min-h-11"
            disabled={!isEnabled}
            busy={busy === 'test'}
            onClick={() => void test()}
          >
            {busy !== 'test' && <Send aria-hidden="true" className="size-4" strokeWidth={1.75} />}
            Send a test
          </Button>
          <Button variant="quiet" size="small" className="min-h-11" busy={busy === 'turn'} onClick={() => void turn()}>
            {isEnabled ? 'Turn off' : 'Turn on'}
          </Button>
          <Button
            variant="quiet"
            size="small"
            className="min-h-11"
            busy={busy === 'secret'}
            onClick={() => void replaceSecret()}
          >
            {busy !== 'secret' && <KeyRound aria-hidden="true" className="size-4" strokeWidth={1.75} />}
            New secret
          </Button>
          <Button variant="quiet" size="small" className="min-h-11" id={`open-${id}`} onClick={onEdit}>
            <Pencil aria-hidden="true" className="size-4" strokeWidth={1.75} />
            Change
          </Button>
          <Button variant="quiet" size="small" className="min-h-11" onClick={onRemove}>
            <Trash2 aria-hidden="true" className="size-4" strokeWidth={1.75} />
            Remove
          </Button>
        </div>
        <div id={logId}>{isOpen && <DeliveryList key={tests} webhookId={id} host={host} onSay={onSay} />}</div>
      </article>
    </Card>
  );
}
