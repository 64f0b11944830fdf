import { currentAgent } from '@/lib/auth/require-agent';
import { handle } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';
import { recentStrays } from '@/lib/strays/recent-strays';

export const dynamic = 'force-dynamic';

/** Who reached the policy server without asking one of its six questions. */
export const GET = handle(async () => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Sign in to see the connection.');
  return Response.json({ strays: await recentStrays(new Date()) }, { headers: { 'Cache-Control': 'no-store' } });
});
