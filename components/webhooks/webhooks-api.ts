import * as z from 'zod/mini';
import { json, send, type Answer } from '@/components/ui/send';
import '@/lib/call/zod-without-eval';
import type { DeliveryPage, DeliveryState, NewWebhook, WebhookView } from '@/lib/webhooks/webhook';

// Our own HTTP API of webhooks, as the desk uses it. Nothing here throws: a network that fails is an answer.

const Instant = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));
const State = z.enum(['waiting', 'delivered', 'failed']);
const view = {
  id: z.string(),
  url: z.string(),
  types: z.array(z.string()),
  note: z.string(),
  isEnabled: z.boolean(),
  createdAt: Instant,
  last: z.nullable(z.object({ state: State, at: Instant })),
  formerSecretUntil: z.nullable(Instant),
};
const Webhook: z.ZodMiniType<WebhookView> = z.object(view);
const Added: z.ZodMiniType<NewWebhook> = z.object({ ...view, secret: z.string() });
const List = z.object({ webhooks: z.array(Webhook) });
const Delivery = z.object({
  id: z.string(),
  eventId: z.string(),
  type: z.string(),
  state: State,
  attempts: z.number(),
  createdAt: Instant,
  lastTriedAt: z.nullable(Instant),
  nextTryAt: z.nullable(Instant),
  lastStatus: z.nullable(z.number()),
  lastProblem: z.nullable(z.string()),
  latencyMs: z.nullable(z.number()),
  isReplay: z.boolean(),
  payload: z.unknown(),
});
const Page: z.ZodMiniType<DeliveryPage> = z.object({
  deliveries: z.array(Delivery),
  before: z.nullable(z.string()),
});
const Replayed = z.object({ replayed: z.number() });

const TIMEOUT_MS = 15_000;
const BASE = '/api/webhooks';

const ask = <T>(path: string, schema: z.ZodMiniType<T>, init: RequestInit = {}) =>
  send(`${BASE}${path}`, schema, { timeoutMs: TIMEOUT_MS, ...init });

/** What an agent says of a webhook. */
export interface WebhookDraft {
  url: string;
  types: string[];
  note: string;
}

export const fetchWebhooks = () => ask('', List);
export const addWebhook = (draft: WebhookDraft): Promise<Answer<NewWebhook>> => ask('', Added, json('POST', draft));
export const changeWebhook = (id: string, change: Partial<WebhookDraft & { isEnabled: boolean }>) =>
  ask(`/${id}`, Webhook, json('PATCH', change));

/** Gives it another secret, which is in the answer. */
export const replaceSecret = (id: string): Promise<Answer<NewWebhook>> =>
  ask(`/${id}/secret`, Added, { method: 'POST' });

/** Outlives the page: who closes it after removing a webhook has removed it. */
export const deleteWebhook = (id: string) => ask(`/${id}`, z.literal(null), { method: 'DELETE', keepalive: true });

export const sendTest = (id: string) => ask(`/${id}/test`, z.object({ deliveryId: z.string() }), { method: 'POST' });

/** The first page of the log, or the one at `before`. */
export function fetchDeliveries(id: string, state: DeliveryState | '', before?: string) {
  const query = new URLSearchParams({ ...(state && { state }), ...(before && { before }) });
  return ask(`/${id}/deliveries?${query}`, Page);
}

/** Has everything that failed sent again, or this one message. */
export function replay(id: string, deliveryId: string | null) {
  return ask(deliveryId ? `/${id}/deliveries/${deliveryId}/replay` : `/${id}/replay`, Replayed, { method: 'POST' });
}
