import * as z from 'zod/mini';
import { json, send } from '@/components/ui/send';
import '@/lib/call/zod-without-eval';
import type { MessagePage, MessageState, MessageView } from '@/lib/visitor-messages/message-view';

// Our own HTTP API of visitors' messages, as the desk uses it. Nothing here throws: a network that fails is an answer.

const Instant = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));
const Text = z.nullable(z.string());
const Message: z.ZodMiniType<MessageView> = z.object({
  ...{ id: z.string(), receivedAt: Instant, name: z.string(), email: Text, phone: Text, text: Text },
  ...{ wantedAt: z.nullable(Instant), language: Text, answeredAt: z.nullable(Instant), answeredBy: Text },
});
const Page: z.ZodMiniType<MessagePage> = z.object({ messages: z.array(Message), next: Text, unanswered: z.number() });

const TIMEOUT_MS = 15_000;
const ask = <T>(path: string, schema: z.ZodMiniType<T>, init: RequestInit = {}) =>
  send(`/api/messages${path}`, schema, { timeoutMs: TIMEOUT_MS, cache: 'no-store', ...init });

/** The first page, or the one at `after`. */
export const fetchMessages = (state: MessageState, after: string | null = null) =>
  ask(`?${new URLSearchParams({ state, ...(after === null ? {} : { after }) })}`, Page);
export const markMessage = (id: string, isAnswered: boolean) => ask(`/${id}`, Message, json('PATCH', { isAnswered }));
export const fetchUnanswered = () => ask('/unanswered', z.object({ unanswered: z.number() }));
