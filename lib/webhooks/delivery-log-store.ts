import { recordAudit, type Actor } from '@/lib/audit/audit-store';
import { database, type Transaction } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { notifyDeliveries } from './delivery-news';
import { URGENT } from './delivery-store';
import { cursorAfter, hostOf, PAGE_SIZE, type DeliveryPage, type DeliveryView } from './webhook';
import type { DeliveryQuery } from './webhook-input';

// The webhook_delivery table as a log: what was sent, what came of it, and sending it again.

const shown = {
  ...{ id: true, eventId: true, state: true, attempts: true, createdAt: true, lastTriedAt: true, nextTryAt: true },
  ...{ lastStatus: true, lastProblem: true, latencyMs: true, isReplay: true },
  event: { select: { type: true, payload: true } },
} satisfies Prisma.WebhookDeliverySelect;

/** A page of a webhook's deliveries, newest first. */
export async function loadDeliveries(webhookId: string, { state, before }: DeliveryQuery): Promise<DeliveryPage> {
  // One more than is shown, to know whether there are others.
  const rows = await database().webhookDelivery.findMany({
    where: {
      webhookId,
      ...(state && { state }),
      ...(before && {
        // The bound alone starts the index scan in the right place; the rest skips what was shown already.
        createdAt: { lte: before.at },
        OR: [{ createdAt: { lt: before.at } }, { id: { lt: before.id } }],
      }),
    },
    select: shown,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
  });
  const deliveries = rows.slice(0, PAGE_SIZE).map(viewOf);
  const last = deliveries.at(-1);
  return { deliveries, before: rows.length > PAGE_SIZE && last ? cursorAfter(last) : null };
}

/** Sends one message again, whatever came of it. False when there is no such delivery any more. */
export function replayDelivery(webhookId: string, deliveryId: string, actor: Actor): Promise<boolean> {
  return database().$transaction(async (transaction) => {
    const added = await transaction.$executeRaw`
      INSERT INTO webhook_delivery (webhook_id, event_id, next_try_at, is_replay, priority)
      SELECT webhook_id, event_id, now(), true, ${URGENT} FROM webhook_delivery
      WHERE id = ${deliveryId}::uuid AND webhook_id = ${webhookId}::uuid`;
    await noteReplays(transaction, webhookId, added, actor);
    return added > 0;
  });
}

/** Those that are not sent again in one go are sent with the next. */
const MOST_REPLAYS = 10_000;

/** Sends again what failed and has not been sent or delivered since. Returns how many that are. */
export function replayFailed(webhookId: string, actor: Actor): Promise<number> {
  return database().$transaction(async (transaction) => {
    const added = await transaction.$executeRaw`
      INSERT INTO webhook_delivery (webhook_id, event_id, next_try_at, is_replay)
      SELECT webhook_id, event_id, now(), true FROM (
        SELECT webhook_id, event_id, min(created_at) AS first_at FROM webhook_delivery
        WHERE webhook_id = ${webhookId}::uuid
        GROUP BY webhook_id, event_id HAVING bool_and(state = 'failed')
        ORDER BY first_at LIMIT ${MOST_REPLAYS}
      ) AS failed`;
    await noteReplays(transaction, webhookId, added, actor);
    return added;
  });
}

async function noteReplays(transaction: Transaction, webhookId: string, added: number, actor: Actor): Promise<void> {
  if (added === 0) return;
  await notifyDeliveries(transaction);
  const { url } = await transaction.webhook.findUniqueOrThrow({ where: { id: webhookId }, select: { url: true } });
  const detail = { messages: added };
  await recordAudit(transaction, { actor, action: 'webhook.replayed', subject: hostOf(url), detail });
}

function viewOf(row: Prisma.WebhookDeliveryGetPayload<{ select: typeof shown }>): DeliveryView {
  const { event, createdAt, lastTriedAt, nextTryAt, ...rest } = row;
  return {
    ...rest,
    ...event,
    createdAt: createdAt.toISOString(),
    lastTriedAt: lastTriedAt?.toISOString() ?? null,
    nextTryAt: nextTryAt?.toISOString() ?? null,
  };
}
