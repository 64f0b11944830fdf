import type { Transaction } from '@/lib/db/client';
import { scheduleJobs } from '@/lib/jobs/job-queue';

export interface AddedDelivery {
  id: string;
  webhookId: string;
  nextTryAt: Date;
}

/** The job of each delivery, at its time. One that is there already is moved. */
export function addDeliveryJobs(transaction: Transaction, deliveries: readonly AddedDelivery[]): Promise<void> {
  return scheduleJobs(
    transaction,
    deliveries.map(({ id, webhookId, nextTryAt }) => ({
      kind: 'deliver-webhook' as const,
      key: deliveryKey(id),
      at: nextTryAt,
      payload: { deliveryId: id, webhookId },
      flags: [laneOf(webhookId)],
    })),
  );
}

export function deliveryKey(deliveryId: string): string {
  return `webhook-delivery:${deliveryId}`;
}

/** What the jobs of one webhook have in common, so that they can be held back while enough of them are running. */
export function laneOf(webhookId: string): string {
  return `webhook:${webhookId}`;
}
