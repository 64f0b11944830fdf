import { currentAgent } from '@/lib/auth/require-agent';
import { loadEventsReport } from '@/lib/reconciler/comparison-report';
import { handle } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';

export const dynamic = 'force-dynamic';

/** Which nodes report to us, and what of it could not be read. */
export const GET = handle(async () => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Sign in to see the connection.');
  return Response.json(await loadEventsReport(new Date()), { headers: { 'Cache-Control': 'no-store' } });
});
