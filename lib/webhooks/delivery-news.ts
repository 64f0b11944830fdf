import type { Transaction } from '@/lib/db/client';
import { onNotices } from '@/lib/db/notices';

const CHANNEL = 'mayfly_webhook_deliveries';

/** Tells every instance that there is something to deliver, once the transaction has committed. */
export async function notifyDeliveries(transaction: Transaction): Promise<void> {
  await transaction.$queryRaw`select pg_notify(${CHANNEL}, '')::text`;
}

/** Hears of what is to be delivered, until the returned function is called; also whenever some of it may have been missed. */
export function onDeliveries(listener: () => void): () => void {
  return onNotices(CHANNEL, { onNotice: listener, onListening: listener });
}
