import { byAgent } from '@/lib/audit/audit-store';
import { currentAgent } from '@/lib/auth/require-agent';
import { settings } from '@/lib/config/env';
import { handle, handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { problem } from '@/lib/http/problem';
import { targetRule } from '@/lib/webhooks/allowed-target';
import { MOST_WEBHOOKS } from '@/lib/webhooks/webhook';
import { newWebhookBody } from '@/lib/webhooks/webhook-input';
import { listWebhooks } from '@/lib/webhooks/read-webhooks-store';
import { insertWebhook } from '@/lib/webhooks/webhook-store';
import { answer, signInFirst } from './answer-webhook';

/** All webhooks, without their secrets. */
export const GET = handle(async () => {
  if (!(await currentAgent())) return signInFirst();
  return answer({ webhooks: await listWebhooks() });
});

/** Adds a webhook. Its secret is in this answer and in no other. 409 `too-many` when there are as many as there may be. */
export const POST = handleWrite(async (request) => {
  const agent = await currentAgent();
  if (!agent) return signInFirst();
  const body = await parseJson(request, newWebhookBody(targetRule(settings())));
  if (!body.ok) return body.response;
  const added = await insertWebhook(body.value, byAgent(agent));
  if (!added) return problem(409, 'too-many', `There can be ${MOST_WEBHOOKS} webhooks. Remove one first.`);
  return answer(added, 201, { Location: `/api/webhooks/${added.id}` });
});
