import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { onDatabase, TEMPLATE } from './database-url';

/**
 * Gives the calling test file a migrated database of its own behind `database()` and `pool()`. Call it in `beforeAll`.
 * Copying a template takes a tenth of a second, where migrating afresh would take longer with every migration.
 * @returns the database's address, for tests that start other processes on it.
 */
export async function testDatabase(): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const admin = new pg.Client({ connectionString: inject('postgresUrl') });
  await admin.connect();
  try {
    // Two files that copy at the same moment would find the template in use; the lock makes them take turns.
    await admin.query('SELECT pg_advisory_lock(1)');
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  } finally {
    await admin.end();
  }
  process.env.DATABASE_URL = onDatabase(inject('postgresUrl'), name);
  return process.env.DATABASE_URL;
}
