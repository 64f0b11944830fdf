import { currentAgent } from '@/lib/auth/require-agent';
import { DecisionQuery } from '@/lib/decisions/decision-reports-filter';
import { loadDecisions } from '@/lib/decisions/decision-reports-store';
import { handle } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';

export const dynamic = 'force-dynamic';

/** A page of our answers to policy requests, newest first. */
export const GET = handle(async (request) => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Sign in to see the decisions.');
  const query = DecisionQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) {
    const fields = query.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
    return problem(422, 'invalid-query', 'Some parameters are not acceptable.', { fields });
  }
  return Response.json(await loadDecisions(query.data), { headers: { 'Cache-Control': 'no-store' } });
});
