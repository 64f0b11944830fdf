import { z } from 'zod';
import { byAgent } from '@/lib/audit/audit-store';
import { currentAgent } from '@/lib/auth/require-agent';
import { handleWrite } from '@/lib/http/handle';
import { replaceSecret } from '@/lib/webhooks/webhook-store';
import { answer, noSuchWebhook, signInFirst } from '../../answer-webhook';

type Context = { params: Promise<{ id: string }> };

/** Replaces the secret. The new one is in this answer and in no other; the former one signs too for a day. */
export const POST = handleWrite<Context>(async (_request, { params }) => {
  const agent = await currentAgent();
  if (!agent) return signInFirst();
  const id = z.uuid().safeParse((await params).id);
  const webhook = id.success ? await replaceSecret(id.data, byAgent(agent)) : null;
  return webhook ? answer(webhook) : noSuchWebhook();
});
