import { database, type Transaction } from './client';

let asking: Promise<Date> | null = null;

/**
 * What time it is by the database's clock, which is the same for every instance and the one by which stored jobs run: for
 * whatever is kept, or compared with what is kept (docs/decisions/2026-11-23-one-clock-for-what-is-due.md). Meetings end by
 * the hundred in one moment: who asks in the same turn of the event loop shares a query.
 */
export function databaseNow(): Promise<Date> {
  asking ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
    asking = null; // The answer must not be older than the question.
    return nowIn(database());
  });
  return asking;
}

/** The same on a transaction's own connection; it may have begun a while ago. */
export async function nowIn(transaction: Pick<Transaction, '$queryRaw'>): Promise<Date> {
  const [row] = await transaction.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`;
  return row!.now;
}
