'use client';

import { useCallback, useRef, useState } from 'react';
import { usePolling } from '@/components/connection/use-polling';
import type { Refusal } from '@/components/ui/send';
import type { Notice } from '@/components/ui/undo-notice';
import { useRemoval } from '@/components/ui/use-removal';
import type { NewWebhook, WebhookView } from '@/lib/webhooks/webhook';
import {
  addWebhook,
  changeWebhook,
  deleteWebhook,
  fetchWebhooks,
  replaceSecret,
  sendTest,
  type WebhookDraft,
} from './webhooks-api';
import { hostWords } from './webhook-words';

/** The webhooks and what can be done with them, beginning with what the page was rendered with. */
export function useWebhooks(initial: WebhookView[]) {
  const [webhooks, setWebhooks] = useState(initial);
  const [added, setAdded] = useState<NewWebhook | null>(null);
  /** What this page has removed, also while the server does not know it yet. */
  const gone = useRef(new Set<string>());

  const put = useCallback((webhook: WebhookView) => {
    setWebhooks((before) => {
      const isThere = before.some(({ id }) => id === webhook.id);
      return isThere ? before.map((one) => (one.id === webhook.id ? webhook : one)) : [...before, webhook];
    });
  }, []);

  const removeForGood = useCallback(
    async (webhook: WebhookView): Promise<Notice | null> => {
      const answer = await deleteWebhook(webhook.id);
      // 404: somebody else was faster, and it is as wished.
      if (answer.ok || answer.status === 404) return null;
      gone.current.delete(webhook.id);
      put(webhook);
      return { text: `${hostWords(webhook.url)} was not removed. ${answer.message}`, isError: true };
    },
    [put],
  );
  const removal = useRemoval(removeForGood);
  const { say } = removal;

  // How the newest message went, and a webhook that was turned off because its receiver is gone.
  usePolling(async () => {
    const answer = await fetchWebhooks();
    if (answer.ok) setWebhooks(answer.value.webhooks.filter(({ id }) => !gone.current.has(id)));
  });

  function remove(webhook: WebhookView) {
    gone.current.add(webhook.id);
    setWebhooks((before) => before.filter(({ id }) => id !== webhook.id));
    removal.remove(webhook, hostWords(webhook.url), () => {
      gone.current.delete(webhook.id);
      put(webhook);
    });
  }

  /** Adds or changes a webhook. Null when it is done, else what was refused. */
  async function save(before: WebhookView | null, draft: WebhookDraft): Promise<Refusal | null> {
    const answer = before ? await changeWebhook(before.id, draft) : await addWebhook(draft);
    if (!answer.ok) return answer;
    put(answer.value);
    if ('secret' in answer.value) setAdded(answer.value as NewWebhook);
    say(before ? { text: 'Webhook saved.' } : null);
    return null;
  }

  async function turn(webhook: WebhookView, isEnabled: boolean) {
    const answer = await changeWebhook(webhook.id, { isEnabled });
    if (answer.ok) put(answer.value);
    const words = isEnabled ? 'It is told of what happens from now on.' : 'Nothing is sent to it any more.';
    say(answer.ok ? { text: words } : { text: answer.message, isError: true });
  }

  async function test(webhook: WebhookView) {
    const answer = await sendTest(webhook.id);
    say(answer.ok ? { text: 'A test message is on its way.' } : { text: answer.message, isError: true });
    return answer.ok;
  }

  async function newSecret(webhook: WebhookView) {
    const answer = await replaceSecret(webhook.id);
    if (!answer.ok) return say({ text: answer.message, isError: true });
    put(answer.value);
    setAdded(answer.value);
    say(null);
  }

  const forgetSecret = () => setAdded(null);
  const dismiss = () => say(null);
  return { webhooks, added, forgetSecret, notice: removal.notice, save, turn, test, newSecret, remove, say, dismiss };
}
