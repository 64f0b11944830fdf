import { currentAgent } from '@/lib/auth/require-agent';
import { connectionSummary } from '@/lib/decisions/decision-reports-summary';
import { handle } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';

export const dynamic = 'force-dynamic';

/** Who asks us, how fast we answer, what we say, and who came with wrong credentials. */
export const GET = handle(async () => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Sign in to see the connection.');
  return Response.json(await connectionSummary(new Date()), { headers: { 'Cache-Control': 'no-store' } });
});
