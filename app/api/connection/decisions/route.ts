import { currentAgent } from '@/lib/auth/require-agent';
import { DecisionQuery } from '@/lib/decisions/decision-reports-filter';
import { loadDecisions } from '@/lib/decisions/decision-reports-store';
import { handle } from '@/lib/http/handle';
import { parseQuery } from '@/lib/http/parse-query';
import { problem } from '@/lib/http/problem';

export const dynamic = 'force-dynamic';

/** A page of our answers to policy requests, newest first. */
export const GET = handle(async (request) => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Sign in to see the decisions.');
  const query = parseQuery(request, DecisionQuery);
  if (!query.ok) return query.response;
  return Response.json(await loadDecisions(query.value), { headers: { 'Cache-Control': 'no-store' } });
});
