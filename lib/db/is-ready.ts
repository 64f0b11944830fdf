import { pool } from './client';

/** Whether the database answers and has our tables. This process migrated it before it opened its port. */
export async function isDatabaseReady(): Promise<boolean> {
  try {
    await pool().query('SELECT FROM meeting LIMIT 0');
    return true;
  } catch {
    return false;
  }
}
