'use client';

import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { UndoNotice } from '@/components/ui/undo-notice';
import { MOST_WEBHOOKS, type WebhookView } from '@/lib/webhooks/webhook';
import { NewSecret } from './new-secret';
import { NoWebhooks } from './no-webhooks';
import { useWebhooks } from './use-webhooks';
import { WebhookCard } from './webhook-card';
import { WebhookForm } from './webhook-form';
import type { WebhookDraft } from './webhooks-api';

/** Who is told of what happens: addresses, their logs, and sending again. */
export function WebhooksPage({ initial }: { initial: WebhookView[] }) {
  const { webhooks, added, forgetSecret, notice, save, turn, test, newSecret, remove, say, dismiss } =
    useWebhooks(initial);
  /** What is open for typing: a new one, or the webhook with this id. */
  const [open, setOpen] = useState<'new' | string | null>(null);

  const opener = useRef<string | null>(null);

  // Whoever uses the keyboard goes on where they were.
  useEffect(() => {
    if (open === null && opener.current) document.getElementById(opener.current)?.focus();
    opener.current = open && `open-${open}`;
  }, [open]);

  async function saveAndClose(before: WebhookView | null, draft: WebhookDraft) {
    const refusal = await save(before, draft);
    if (refusal) return refusal;
    // The secret of a new one takes the focus.
    if (!before) opener.current = null;
    setOpen(null);
    return null;
  }

  return (
    <main className="mx-auto w-full max-w-6xl px-4 pt-6 pb-24 sm:px-6 sm:pt-8">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="text-2xl font-semibold tracking-tight">Webhooks</h1>
          <p className="mt-1 max-w-2xl text-[0.9375rem] text-ink-soft">
            Tell other systems what happens here, as signed messages. What cannot be delivered is tried again for about
            a day.
          </p>
        </div>
        <Button id="open-new" disabled={webhooks.length >= MOST_WEBHOOKS} onClick={() => setOpen('new')}>
          <Plus aria-hidden="true" className="size-5" strokeWidth={1.75} />
          Add webhook
        </Button>
      </div>
      {added && <NewSecret key={added.secret} webhook={added} onDone={forgetSecret} />}
      {open === 'new' && (
        <WebhookForm webhook={null} onSave={(draft) => saveAndClose(null, draft)} onCancel={() => setOpen(null)} />
      )}
      {webhooks.length === 0 && open !== 'new' && <NoWebhooks />}
      <ul className="mt-6 space-y-4">
        {webhooks.map((webhook) => (
          <li key={webhook.id}>
            {open === webhook.id ? (
              <WebhookForm
                webhook={webhook}
                onSave={(draft) => saveAndClose(webhook, draft)}
                onCancel={() => setOpen(null)}
              />
            ) : (
              <WebhookCard
                webhook={webhook}
                onEdit={() => setOpen(webhook.id)}
                onRemove={() => remove(webhook)}
                onTurn={(isEnabled) => turn(webhook, isEnabled)}
                onTest={() => test(webhook)}
                onNewSecret={() => newSecret(webhook)}
                onSay={(text, isError) => say({ text, isError })}
              />
            )}
          </li>
        ))}
      </ul>
      <UndoNotice notice={notice} onDismiss={dismiss} />
    </main>
  );
}
