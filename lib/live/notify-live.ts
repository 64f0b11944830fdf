import type { PrismaClient, Transaction } from '@/lib/db/client';
import { hearHere } from '@/lib/db/notices';
import { LIVE_CHANNEL, type LiveNotice } from './live-channel';

const noticeOf = (meetingId: string) => JSON.stringify({ meetingId } satisfies LiveNotice);

/** The same for this process alone, once the transaction has committed. */
export function hearLiveHere(meetingId: string): void {
  hearHere(LIVE_CHANNEL, noticeOf(meetingId));
}

/**
 * Tells every instance's desks that a meeting was created, moved or cancelled. Inside a transaction it is heard only when
 * that commits, so pass the transaction where there is one.
 */
export async function notifyLive(client: PrismaClient | Transaction, meetingId: string): Promise<void> {
  await client.$queryRaw`select pg_notify(${LIVE_CHANNEL}, ${noticeOf(meetingId)})::text`;
}

/** The same for what their nodes reported of conferences, by service name. */
export async function notifyConferences(transaction: Transaction, serviceNames: readonly string[]): Promise<void> {
  const notices = serviceNames.map((serviceName) => JSON.stringify({ serviceName } satisfies LiveNotice));
  if (notices.length === 0) return;
  await transaction.$queryRaw`select pg_notify(${LIVE_CHANNEL}, notice)::text from unnest(${notices}::text[]) as notice`;
}
