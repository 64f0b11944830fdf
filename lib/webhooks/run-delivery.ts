import { database } from '@/lib/db/client';
import { databaseNow } from '@/lib/db/database-now';
import { addDeliveryJobs, laneOf } from './delivery-jobs';
import { deliverWebhook } from './deliver-webhook';
import { AT_ONCE } from './webhook';

// How many deliveries each webhook has under way in this process. A receiver that hangs holds its own lane for as long as
// it likes, and never anybody else's.

const underWay = new Map<string, number>();
const AGAIN_MS = 1_000;

/** The lanes that are full: their jobs stay in the queue. */
export function fullLanes(): string[] {
  return [...underWay].filter(([, count]) => count >= AT_ONCE).map(([webhookId]) => laneOf(webhookId));
}

/** Carries out a delivery, unless its lane has become full while the queue handed it over. Then it comes again. */
export async function runDelivery({ deliveryId, webhookId }: { deliveryId: string; webhookId: string }): Promise<void> {
  const count = underWay.get(webhookId) ?? 0;
  if (count >= AT_ONCE) return putBack(deliveryId, webhookId);
  underWay.set(webhookId, count + 1);
  try {
    await deliverWebhook(deliveryId);
  } finally {
    const left = underWay.get(webhookId)! - 1;
    if (left > 0) underWay.set(webhookId, left);
    else underWay.delete(webhookId);
  }
}

async function putBack(id: string, webhookId: string): Promise<void> {
  const nextTryAt = new Date((await databaseNow()).getTime() + AGAIN_MS);
  await addDeliveryJobs(database(), [{ id, webhookId, nextTryAt }]);
}
