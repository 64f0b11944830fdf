import { randomUUID } from 'node:crypto';
import { recordAudit, type Actor } from '@/lib/audit/audit-store';
import { database } from '@/lib/db/client';
import { hostOf, TEST_TYPE } from './webhook';
import { insertEventFor } from './webhook-event-store';
import { findWebhook } from './read-webhooks-store';

export type SentTest = { ok: true; deliveryId: string } | { ok: false; error: 'unknown' | 'off' };

/** Sends a message that says nothing, so that somebody sees whether it arrives. It is retried and kept like any other. */
export async function sendTest(webhookId: string, actor: Actor, now: Date): Promise<SentTest> {
  const webhook = await findWebhook(webhookId);
  if (!webhook) return { ok: false, error: 'unknown' };
  if (!webhook.isEnabled) return { ok: false, error: 'off' };
  const id = randomUUID();
  const payload = { type: TEST_TYPE, id, at: now.toISOString() };
  const deliveryId = await database().$transaction(async (transaction) => {
    await recordAudit(transaction, { actor, action: 'webhook.tested', subject: hostOf(webhook.url) });
    return insertEventFor(transaction, webhookId, { id, type: TEST_TYPE, key: `test:${id}`, at: now, payload });
  });
  return { ok: true, deliveryId };
}
