import { z } from 'zod';
import { byAgent } from '@/lib/audit/audit-store';
import { currentAgent } from '@/lib/auth/require-agent';
import { handleWrite } from '@/lib/http/handle';
import { sendTest } from '@/lib/webhooks/send-test';
import { answer, noSuchWebhook, signInFirst, turnItOnFirst } from '../../answer-webhook';

type Context = { params: Promise<{ id: string }> };

/** Has a test message sent. What comes of it is in the log. 409 `off` when the webhook is off. */
export const POST = handleWrite<Context>(async (_request, { params }) => {
  const agent = await currentAgent();
  if (!agent) return signInFirst();
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) return noSuchWebhook();
  const sent = await sendTest(id.data, byAgent(agent), new Date());
  if (sent.ok) return answer({ deliveryId: sent.deliveryId }, 202);
  return sent.error === 'off' ? turnItOnFirst() : noSuchWebhook();
});
