import { z } from 'zod';
import { byAgent } from '@/lib/audit/audit-store';
import { currentAgent } from '@/lib/auth/require-agent';
import { settings } from '@/lib/config/env';
import { handle, handleWrite } from '@/lib/http/handle';
import { parseJson } from '@/lib/http/parse-json';
import { targetRule } from '@/lib/webhooks/allowed-target';
import { webhookChangeBody } from '@/lib/webhooks/webhook-input';
import { findWebhook } from '@/lib/webhooks/read-webhooks-store';
import { deleteWebhook, updateWebhook } from '@/lib/webhooks/webhook-store';
import { answer, noSuchWebhook, signInFirst } from '../answer-webhook';

type Context = { params: Promise<{ id: string }> };

/** One webhook, without its secret. */
export const GET = handle<Context>(async (_request, { params }) => {
  if (!(await currentAgent())) return signInFirst();
  const id = z.uuid().safeParse((await params).id);
  const webhook = id.success ? await findWebhook(id.data) : null;
  return webhook ? answer(webhook) : noSuchWebhook();
});

/** Changes what is named, and leaves the rest. */
export const PATCH = handleWrite<Context>(async (request, { params }) => {
  const agent = await currentAgent();
  if (!agent) return signInFirst();
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) return noSuchWebhook();
  const body = await parseJson(request, webhookChangeBody(targetRule(settings())));
  if (!body.ok) return body.response;
  const webhook = await updateWebhook(id.data, body.value, byAgent(agent));
  return webhook ? answer(webhook) : noSuchWebhook();
});

/** Removes a webhook with its log. What waits for it is not sent any more. */
export const DELETE = handleWrite<Context>(async (_request, { params }) => {
  const agent = await currentAgent();
  if (!agent) return signInFirst();
  const id = z.uuid().safeParse((await params).id);
  const isRemoved = id.success && (await deleteWebhook(id.data, byAgent(agent)));
  return isRemoved ? new Response(null, { status: 204 }) : noSuchWebhook();
});
