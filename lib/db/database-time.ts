import { database } from './client';

/** The moment by the database's clock: the one that all instances share, and by which events are received. */
export async function databaseTime(): Promise<Date> {
  const [row] = await database().$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`;
  return row!.now;
}
