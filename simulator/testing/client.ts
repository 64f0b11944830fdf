import { z } from 'zod';
import { until } from './until';

const envelopeSchema = z.object({ status: z.string(), result: z.unknown() });
const tokenSchema = z.looseObject({
  token: z.string(),
  expires: z.string(),
  participant_uuid: z.string(),
  role: z.string(),
  display_name: z.string(),
  current_service_type: z.string(),
});

export interface SeenEvent {
  event: string;
  data: unknown;
}

interface CallOptions {
  method?: 'GET' | 'POST';
  body?: unknown;
  headers?: Record<string, string>;
}

/** One request below a conference, as any client would send it. */
export async function callNode(node: string, path: string, { method = 'POST', body, headers }: CallOptions = {}) {
  const response = await fetch(`${node}/api/client/v2/conferences/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const json = text === '' ? { status: '', result: undefined } : envelopeSchema.parse(JSON.parse(text));
  return { http: response.status, headers: response.headers, ...json };
}

async function readEvents(body: ReadableStream<Uint8Array>, onEvent: (event: SeenEvent) => void): Promise<void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const found = /^event: (.+)\ndata: (.+)$/.exec(block);
      if (found?.[1] && found[2]) onEvent({ event: found[1], data: JSON.parse(found[2]) });
    }
  }
}

/** Joins with `request_token`, opens the event stream, and keeps what arrives on it. */
export async function joinNode(
  node: string,
  alias: string,
  displayName: string,
  headers: Record<string, string> = {},
  more: Record<string, unknown> = {},
) {
  const body = { display_name: displayName, ...more };
  const reply = await callNode(node, `${alias}/request_token`, { body, headers });
  if (reply.http !== 200) throw new Error(`${reply.http} ${JSON.stringify(reply.result)}`);
  const granted = tokenSchema.parse(reply.result);
  const events: SeenEvent[] = [];
  let isStreamOver = false;
  const stream = await fetch(`${node}/api/client/v2/conferences/${alias}/events?token=${granted.token}`);
  if (!stream.body) throw new Error('no event stream');
  const reading = readEvents(stream.body, (event) => events.push(event));
  void reading.catch(() => undefined).then(() => (isStreamOver = true));
  let { token } = granted;
  const call = (path: string, options: CallOptions = {}) =>
    callNode(node, `${alias}/${path}`, { ...options, headers: { token, ...options.headers } });
  return {
    granted,
    uuid: granted.participant_uuid,
    events,
    isStreamOver: () => isStreamOver,
    call,
    /** What clients do every third of a token's life. */
    refresh: async () => {
      ({ token } = z.looseObject({ token: z.string() }).parse((await call('refresh_token')).result));
    },
    own: (path: string, options: CallOptions = {}) => call(`participants/${granted.participant_uuid}/${path}`, options),
    /** The first event of that name, and with that in its data, which arrives or has arrived. */
    sees: (name: string, data: Record<string, unknown> = {}, deadlineMs?: number) =>
      until(
        `${name} at ${displayName}`,
        () =>
          events.find(({ event, data: given }) => {
            const fields = z.record(z.string(), z.unknown()).safeParse(given).data ?? {};
            return event === name && Object.entries(data).every(([key, value]) => fields[key] === value);
          }),
        deadlineMs,
      ),
  };
}

export type Client = Awaited<ReturnType<typeof joinNode>>;
