import type { PrismaClient, Transaction } from '@/lib/db/client';
import { LIVE_CHANNEL, type LiveNotice } from './live-channel';

/**
 * Tells every instance's desks that a meeting was created, moved or cancelled. Inside a transaction it is heard only when
 * that commits, so pass the transaction where there is one.
 */
export async function notifyLive(client: PrismaClient | Transaction, meetingId: string): Promise<void> {
  const notice = JSON.stringify({ meetingId } satisfies LiveNotice);
  await client.$queryRaw`select pg_notify(${LIVE_CHANNEL}, ${notice})::text`;
}
