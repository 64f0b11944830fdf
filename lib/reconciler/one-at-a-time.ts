import type { PoolClient } from 'pg';
import { pool } from '@/lib/db/client';

/** Any number, as long as it is nobody else's. */
const LOCK = 4_720_013;

/**
 * Runs it unless it is running already, here or in another instance. The lock is a connection's: when this process is
 * killed, Postgres lets go of it by itself.
 *
 * @returns false when it was left to the other one
 */
export async function oneAtATime(run: () => Promise<void>): Promise<boolean> {
  const client = await pool().connect();
  // Lost while nothing is asked on it, it tells nobody else: without a listener the error counts as uncaught.
  let isLost = false;
  const noteLost = ({ message }: Error) => {
    if (!isLost) console.warn(`the connection that keeps comparing to one instance was lost: ${message}`);
    isLost = true;
  };
  client.on('error', noteLost);
  try {
    const { rows } = await client.query<{ isOurs: boolean }>('select pg_try_advisory_lock($1) as "isOurs"', [LOCK]);
    if (!rows[0]?.isOurs) return false;
    await run();
    return true;
  } finally {
    await letGo(client, noteLost);
  }
}

/** Waits until the lock is free, so that whoever asks next gets it; a connection that cannot say so is closed with it. */
async function letGo(client: PoolClient, noteLost: (error: Error) => void): Promise<void> {
  try {
    await client.query('select pg_advisory_unlock_all()');
    client.off('error', noteLost);
    client.release();
  } catch {
    client.release(true);
  }
}
