import { z } from 'zod';
import { currentAgent } from '@/lib/auth/require-agent';
import { handle } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';
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
  const query = DeliveryQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) {
    const fields = query.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
    return problem(422, 'invalid-query', 'Some parameters are not acceptable.', { fields });
  }
  return answer(await loadDeliveries(id.data, query.data));
});
