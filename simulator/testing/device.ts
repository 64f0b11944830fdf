import { z } from 'zod';

const recordSchema = z.looseObject({
  question: z.string(),
  path: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  status: z.number().nullable(),
  action: z.string().nullable(),
  verdict: z.string(),
  result: z.unknown(),
  detail: z.string().nullable(),
});

const answerSchema = z.looseObject({
  id: z.string().optional(),
  outcome: z.string().optional(),
  reason: z.string().nullable().optional(),
  entries: z.array(z.unknown()).optional(),
  policy: z.array(recordSchema).default([]),
});

/** One request to the simulator's own API on a node. */
export async function askNode(
  node: string,
  path: string,
  body?: unknown,
  method = body === undefined ? 'GET' : 'POST',
) {
  const response = await fetch(`${node}/simulator/v1/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return { http: response.status, ...answerSchema.parse(text === '' ? {} : JSON.parse(text)) };
}

/** A device at a node: each call is one that a test makes with it. */
export async function dial(node: string, body: Record<string, unknown>) {
  const answer = await askNode(node, 'calls', body);
  const path = `calls/${answer.id}`;
  return {
    answer,
    id: answer.id ?? '',
    now: () => askNode(node, path),
    typePin: (pin: string) => askNode(node, `${path}/pin`, { pin }),
    hangUp: () => askNode(node, path, undefined, 'DELETE'),
  };
}
