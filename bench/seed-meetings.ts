import pg from 'pg';
import { ALIAS_PREFIX, SUFFIX_LENGTH } from './meetings';
import { onClient } from './on-client';

// What the database holds, the same for both servers.

/** md5 over the row's number gives alias and id, as meetingAt() does. Nothing here is a secret: it is gone afterwards. */
const SEED = `INSERT INTO meeting (id, alias, service_name, valid_from, valid_until, host_pin, host_key_hash)
  SELECT hash::uuid, $2 || left(hash, $3), 'Call ' || number, now() - interval '1 hour', now() + interval '1 day',
    lpad((number * 7919)::text, 12, '0'), repeat(hash, 2)
  FROM (SELECT number, md5('meeting ' || number) AS hash FROM generate_series(0, $1::bigint - 1) AS number) AS numbered`;

const INDEXES = `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
  WHERE tablename = 'meeting' AND indexname <> 'meeting_pkey'`;

/** Fills an empty, migrated database with meetings that are open now and for a day. */
export async function seedMeetings(databaseUrl: string, meetings: number): Promise<void> {
  await onClient(databaseUrl, async (client) => {
    // Built at the end, in one go, the same indexes take a fraction of the time.
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(INDEXES);
    for (const { name } of indexes) await client.query(`DROP INDEX ${pg.escapeIdentifier(name)}`);
    await client.query(SEED, [meetings, ALIAS_PREFIX, SUFFIX_LENGTH]);
    for (const { definition } of indexes) await client.query(definition);
    await client.query('VACUUM (ANALYZE) meeting');
  });
}

/**
 * Brings a database to the state in which each server finds it: every page that a look-up reads in memory, no decisions
 * of the run before, and nothing of that run left to be written to disk.
 */
export async function prewarm(databaseUrl: string): Promise<void> {
  await onClient(databaseUrl, async (client) => {
    await client.query('TRUNCATE policy_decision');
    // Along the index and through it to every row; left to itself Postgres would read past the index.
    await client.query('SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off');
    await client.query('SELECT count(host_pin) FROM (SELECT host_pin FROM meeting ORDER BY alias OFFSET 0) AS ordered');
    await client.query('CHECKPOINT');
  });
}

/** How many decisions are on record, once that is `expected` or five seconds have passed: they are written in batches. */
export async function countDecisions(databaseUrl: string, expected: number): Promise<number> {
  const WAIT_MS = 5_000;
  return onClient(databaseUrl, async (client) => {
    const deadline = Date.now() + WAIT_MS;
    for (;;) {
      const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM policy_decision');
      const count = rows[0]?.count ?? 0;
      if (count >= expected || Date.now() > deadline) return count;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });
}

/** Makes a database of that name on the same server, and returns its address. */
export async function createDatabase(serverUrl: string, name: string): Promise<string> {
  await onClient(serverUrl, (client) => client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export function serverVersion(serverUrl: string): Promise<string> {
  return onClient(serverUrl, async (client) => {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return rows[0]?.server_version ?? 'unknown';
  });
}
