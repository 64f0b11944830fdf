import { isDatabaseReady } from '@/lib/db/is-ready';
import { problem } from '@/lib/http/problem';

export const dynamic = 'force-dynamic';

/** We can do our work. */
export async function GET(): Promise<Response> {
  if (!(await isDatabaseReady())) return problem(503, 'not-ready', 'The database cannot be reached.');
  return Response.json({ status: 'ready' }, { headers: { 'Cache-Control': 'no-store' } });
}
