import { z } from 'zod';
import { byAgent } from '@/lib/audit/audit-store';
import { currentAgent } from '@/lib/auth/require-agent';
import { handleWrite } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';
import { replayDelivery } from '@/lib/webhooks/delivery-log-store';
import { findWebhook } from '@/lib/webhooks/read-webhooks-store';
import { answer, noSuchWebhook, signInFirst, turnItOnFirst } from '../../../../answer-webhook';

type Context = { params: Promise<{ id: string; deliveryId: string }> };

const Ids = z.object({ id: z.uuid(), deliveryId: z.uuid() });

/** Has one message sent again, under the same id. 409 `off` when the webhook is off. */
export const POST = handleWrite<Context>(async (_request, { params }) => {
  const agent = await currentAgent();
  if (!agent) return signInFirst();
  const ids = Ids.safeParse(await params);
  const webhook = ids.success ? await findWebhook(ids.data.id) : null;
  if (!ids.success || !webhook) return noSuchWebhook();
  if (!webhook.isEnabled) return turnItOnFirst();
  if (await replayDelivery(webhook.id, ids.data.deliveryId, byAgent(agent))) return answer({ replayed: 1 }, 202);
  return problem(404, 'not-found', 'This message does not exist any more.');
});
