import { z } from 'zod';
import { currentAgent } from '@/lib/auth/require-agent';
import { handle } from '@/lib/http/handle';
import { parseQuery } from '@/lib/http/parse-query';
import { loadDeliveries } from '@/lib/webhooks/delivery-log-store';
import { DeliveryQuery } from '@/lib/webhooks/webhook-input';
import { findWebhook } from '@/lib/webhooks/read-webhooks-store';
import { answer, noSuchWebhook, signInFirst } from '../../answer-webhook';

type Context = { params: Promise<{ id: string }> };

/** A page of what was sent to a webhook and what came of it, newest first. */
export const GET = handle<Context>(async (request, { params }) => {
  if (!(await currentAgent())) return signInFirst();
  const id = z.uuid().safeParse((await params).id);
  if (!id.success || !(await findWebhook(id.data))) return noSuchWebhook();
  const query = parseQuery(request, DeliveryQuery);
  return query.ok ? answer(await loadDeliveries(id.data, query.value)) : query.response;
});
