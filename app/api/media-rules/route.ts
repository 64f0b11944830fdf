import { byAgent } from '@/lib/audit/audit-store';
import { currentAgent } from '@/lib/auth/require-agent';
import { handle, handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { MediaRuleBody } from '@/lib/media-locations/media-rule';
import { listRules } from '@/lib/media-locations/media-rule-store';
import { createRule } from '@/lib/media-locations/save-rule';
import { answerRule, signInFirst } from './answer-rule';

/** Every rule, by asking location, network and protocol. */
export const GET = handle(async () => {
  if (!(await currentAgent())) return signInFirst();
  return Response.json({ rules: await listRules() }, { headers: { 'Cache-Control': 'no-store' } });
});

/** Adds a rule. 409 `unchecked` when names cannot be checked; `saveUnchecked` adds it all the same. */
export const POST = handleWrite(async (request) => {
  const agent = await currentAgent();
  if (!agent) return signInFirst();
  const body = await parseJson(request, MediaRuleBody);
  return body.ok ? answerRule(await createRule(body.value, byAgent(agent)), 201) : body.response;
});
