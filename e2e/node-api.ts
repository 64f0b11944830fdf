import { z } from 'zod';
import { stack } from './stack';

// What a node is asked to do when no browser is there to do it: a device that dials, registers or searches. Real nodes have
// no such thing; the simulator's README describes it.

const Question = z.object({
  question: z.string(),
  status: z.number().nullable(),
  action: z.string().nullable(),
  /** What became of the answer: used, no-opinion, rejected, void, failed. */
  verdict: z.string(),
  detail: z.string().nullable(),
});

const Answer = z.looseObject({
  id: z.string().optional(),
  outcome: z.string().optional(),
  reason: z.string().nullish(),
  role: z.string().nullish(),
  contradictions: z.array(z.unknown()).optional(),
  entries: z.array(z.object({ alias: z.string(), description: z.string() })).optional(),
  isPlaceholder: z.boolean().optional(),
  policy: z.array(Question).default([]),
});

export type NodeAnswer = z.infer<typeof Answer>;

/** One request to the simulator's node: GET without a body, else POST. */
export async function askNode(path: string, body?: object, method = body ? 'POST' : 'GET'): Promise<NodeAnswer> {
  const response = await fetch(`${stack().NODE_URL}/simulator/v1/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`the node answered ${response.status}: ${text}`);
  return Answer.parse(text === '' ? {} : JSON.parse(text));
}

/** What became of each question, in order: `service configuration used`, `media location no-opinion`. */
export function verdicts({ policy }: NodeAnswer): string[] {
  // 404 is how policy says that it has no opinion (policy-api.md §1).
  return policy.map(({ question, verdict, status }) => `${question} ${status === 404 ? 'no-opinion' : verdict}`);
}
