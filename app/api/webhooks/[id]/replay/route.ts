import { z } from 'zod';
import { byAgent } from '@/lib/audit/audit-store';
import { currentAgent } from '@/lib/auth/require-agent';
import { handleWrite } from '@/lib/http/handle';
import { replayFailed } from '@/lib/webhooks/delivery-log-store';
import { findWebhook } from '@/lib/webhooks/read-webhooks-store';
import { answer, noSuchWebhook, signInFirst, turnItOnFirst } from '../../answer-webhook';

type Context = { params: Promise<{ id: string }> };

/** Has everything sent again that failed and was not delivered since. 409 `off` when the webhook is off. */
export const POST = handleWrite<Context>(async (_request, { params }) => {
  const agent = await currentAgent();
  if (!agent) return signInFirst();
  const id = z.uuid().safeParse((await params).id);
  const webhook = id.success ? await findWebhook(id.data) : null;
  if (!webhook) return noSuchWebhook();
  if (!webhook.isEnabled) return turnItOnFirst();
  return answer({ replayed: await replayFailed(webhook.id, byAgent(agent)) }, 202);
});
