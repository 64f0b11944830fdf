import { database, pool } from '@/lib/db/client';
import { announce } from '@/lib/webhooks/announce';
import { deliverNext } from '@/lib/webhooks/deliver-webhook';
import { loadDeliveries } from '@/lib/webhooks/delivery-log-store';
import type { Happening } from '@/lib/webhooks/happening';
import type { DeliveryView, NewWebhook, WebhookType } from '@/lib/webhooks/webhook';
import { WEBHOOK_TYPES } from '@/lib/webhooks/webhook';
import { insertWebhook } from '@/lib/webhooks/webhook-store';

// What tests of webhooks do again and again. A real database; messages really go out.

/** A webhook at this address that wants everything, unless it is said what. */
export async function addWebhook(url: string, types: WebhookType[] = [...WEBHOOK_TYPES]): Promise<NewWebhook> {
  return (await insertWebhook({ url, types, note: '' }, { kind: 'mayfly' }))!;
}

/** Somebody joined; each name is another person. */
export function joined(name: string, at = new Date()): Happening {
  return {
    type: 'participant.joined',
    key: `joined:Call 1/${name}`,
    at,
    meeting: { alias: 'meet-1', serviceName: 'Call 1', topic: null, validFrom: at, validUntil: at },
    participant: {
      id: name,
      displayName: name,
      role: 'guest',
      isAgent: false,
      joinedAt: at,
      leftAt: null,
      awayMs: 0,
      reason: null,
      wronglyLeftAt: null,
    },
  };
}

export function tell(...happenings: Happening[]): Promise<void> {
  return database().$transaction((transaction) => announce(transaction, happenings));
}

/** The newest messages to a webhook. */
export async function logOf(webhookId: string): Promise<DeliveryView[]> {
  return (await loadDeliveries(webhookId, {})).deliveries;
}

/** One try for everything that waits and whose time has come. */
export async function deliverAll(): Promise<void> {
  const webhooks = await database().webhook.findMany({ select: { id: true } });
  for (const { id } of webhooks) while (await deliverNext(id));
}

/** As if so much time had passed since it happened, for what waits. */
export async function timePasses(seconds: number): Promise<void> {
  await pool().query(`UPDATE webhook_delivery SET next_try_at = next_try_at - $1 * interval '1 second'`, [seconds]);
  await pool().query(`UPDATE webhook_event SET at = at - $1 * interval '1 second'`, [seconds]);
}

/** Leaves nothing behind. */
export async function clearWebhooks(): Promise<void> {
  await pool().query('TRUNCATE webhook, webhook_event, audit_entry CASCADE');
}
