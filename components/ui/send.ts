import * as z from 'zod/mini';
import '@/lib/call/zod-without-eval';

// Asks our own HTTP API for a page. Nothing here throws: a network that fails is an answer.

/** `status` is 0 when there was no answer, or none that could be read. `fields` says what is wrong with which field. */
export type Refusal = { ok: false; status: number; message: string; fields: Record<string, string> };
export type Answer<T> = { ok: true; value: T } | Refusal;

const Problem = z.object({
  detail: z.optional(z.string()),
  fields: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
});

const OFFLINE = 'The server cannot be reached. Check your connection and try again.';
const UNREADABLE = 'The server’s answer could not be read. Reload the page and try again.';

/** Sends a request and reads its answer; an empty one (204) is read as null. */
export async function send<T>(
  path: string,
  schema: z.ZodMiniType<T>,
  { timeoutMs, ...init }: RequestInit & { timeoutMs: number },
): Promise<Answer<T>> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, { signal: AbortSignal.timeout(timeoutMs), ...init });
    body = response.status === 204 ? null : await response.json().catch(() => undefined);
  } catch {
    return unanswered(OFFLINE);
  }
  if (!response.ok) return readProblem(response.status, body);
  const parsed = schema.safeParse(body);
  return parsed.success ? { ok: true, value: parsed.data } : unanswered(UNREADABLE);
}

/** What makes a request carry a body as JSON. */
export function json(method: string, body: unknown): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function unanswered(message: string): Refusal {
  return { ok: false, status: 0, message, fields: {} };
}

function readProblem(status: number, body: unknown): Refusal {
  const problem = Problem.safeParse(body).data;
  const fields = Object.fromEntries((problem?.fields ?? []).map(({ field, message }) => [field, message]));
  const message = status === 401 ? 'You are signed out. Sign in again, then repeat this.' : problem?.detail;
  return { ok: false, status, message: message ?? UNREADABLE, fields };
}
