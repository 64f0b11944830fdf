import { database, type Transaction } from './client';

/**
 * What time it is by the database's clock, which is the same for every instance and the one by which stored jobs run: for
 * whatever is kept, or compared with what is kept (docs/decisions/2026-11-23-one-clock-for-what-is-due.md).
 */
export async function databaseNow(transaction: Pick<Transaction, '$queryRaw'> = database()): Promise<Date> {
  const [row] = await transaction.$queryRaw<{ now: Date }[]>`select now()`;
  return row!.now;
}
