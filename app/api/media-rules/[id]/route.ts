import { z } from 'zod';
import { byAgent } from '@/lib/audit/audit-store';
import { currentAgent } from '@/lib/auth/require-agent';
import { handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { MediaRuleChangeBody } from '@/lib/media-locations/media-rule';
import { deleteRule } from '@/lib/media-locations/media-rule-store';
import { changeRule } from '@/lib/media-locations/save-rule';
import { answerRule, noSuchRule, signInFirst } from '../answer-rule';

type Context = { params: Promise<{ id: string }> };

/** Replaces what a rule says. */
export const PUT = handleWrite<Context>(async (request, { params }) => {
  const agent = await currentAgent();
  if (!agent) return signInFirst();
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) return noSuchRule();
  const body = await parseJson(request, MediaRuleChangeBody);
  return body.ok ? answerRule(await changeRule(id.data, body.value, byAgent(agent)), 200) : body.response;
});

/** Deletes a rule, and answers what it was. */
export const DELETE = handleWrite<Context>(async (_request, { params }) => {
  const agent = await currentAgent();
  if (!agent) return signInFirst();
  const id = z.uuid().safeParse((await params).id);
  const rule = id.success ? await deleteRule(id.data, byAgent(agent)) : null;
  return rule ? Response.json(rule, { headers: { 'Cache-Control': 'no-store' } }) : noSuchRule();
});
