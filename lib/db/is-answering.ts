import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { settings } from '@/lib/config/env';
import { isSpoken } from './passing-codes';

const SLICE_MS = 50;

/**
 * Whether the database speaks to somebody who comes anew: the connections of a pool may all be taken, or cut by something
 * between, which says nothing about it. A healthy database takes some ten milliseconds to greet a new client; where it shares
 * a busy machine, that can be many hundred.
 *
 * @param patienceMs after which it does not
 */
export async function isDatabaseAnswering(patienceMs: number): Promise<boolean> {
  const limit = patienceMs * 2;
  const client = new pg.Client({
    ...{ connectionString: settings().databaseUrl, application_name: 'mayfly probe' },
    ...{ connectionTimeoutMillis: limit, query_timeout: limit },
  });
  client.on('error', () => undefined);
  const answered = client
    .connect()
    .then(() => client.query('SELECT'))
    .then(
      () => true,
      (error: unknown) => isSpoken(String((error as { code?: unknown }).code)),
    )
    .finally(() => void client.end().catch(() => undefined));
  return Promise.race([answered, patience(patienceMs / SLICE_MS)]);
}

/** False, in the end. In slices: if this process stands still for a while it loses one of them, and still hears the answer. */
async function patience(slices: number): Promise<false> {
  for (let slice = 0; slice < slices; slice += 1) await pause(SLICE_MS, undefined, { ref: false });
  return false;
}
