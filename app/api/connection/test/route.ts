import { currentAgent } from '@/lib/auth/require-agent';
import { DatabaseAway } from '@/lib/db/reachable';
import type { ReportedTrial } from '@/lib/decisions/decision-reports';
import { TrialBody } from '@/lib/decisions/decision-reports-trial';
import { handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { problem } from '@/lib/http/problem';
import { testPolicy } from '@/lib/policy/test-policy';

/** What a node would be answered now or at another moment. A write only in form: nothing is recorded or used up. */
export const POST = handleWrite(async (request) => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Sign in to try a request.');
  const body = await parseJson(request, TrialBody);
  if (!body.ok) return body.response;
  const { type, parameters, at } = body.value;
  const result = await tryOut({ type, parameters, at: at ? new Date(at) : new Date() });
  return Response.json(result, { headers: { 'Cache-Control': 'no-store' } });
});

/** A node's answer names the decision that was recorded; of a trial nothing is, and its id would lead nowhere. */
function withoutDecision(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer;
  return Object.fromEntries(Object.entries(answer).filter(([key]) => key !== 'decision'));
}

/** A question that we could not answer is shown as what it would be for the node as well. */
async function tryOut(trial: Parameters<typeof testPolicy>[0]): Promise<ReportedTrial> {
  try {
    const { answer, ...rest } = await testPolicy(trial);
    return { ...rest, answer: withoutDecision(answer) };
  } catch (error) {
    const isAway = error instanceof DatabaseAway;
    if (!isAway) console.error('policy trial failed:', error);
    const reason = isAway ? 'database not reachable' : 'an error of ours, which the log describes';
    return {
      status: 503,
      outcome: 'failed',
      reason,
      answer: null,
      pictureBytes: null,
      names: { missing: [], unchecked: null },
    };
  }
}
