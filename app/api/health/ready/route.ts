import { pool } from '@/lib/db/client';
import { problem } from '@/lib/http/problem';

export const dynamic = 'force-dynamic';

/** We can do our work: the database answers, and is migrated. */
export async function GET(): Promise<Response> {
  try {
    await pool().query('SELECT FROM meeting LIMIT 0');
    return Response.json({ status: 'ready' }, { headers: { 'Cache-Control': 'no-store' } });
  } catch {
    return problem(503, 'not-ready', 'The database cannot be reached.');
  }
}
