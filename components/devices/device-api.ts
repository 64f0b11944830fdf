import * as z from 'zod/mini';
import '@/lib/call/zod-without-eval';
import type { DeviceInput, DeviceView } from '@/lib/devices/device';

// Our own HTTP API of devices and pictures, as the desk uses it. Nothing here throws: a network that fails is an answer.

/** `status` is 0 when there was no answer, or none that could be read. `fields` says what is wrong with which field. */
export type Refusal = { ok: false; status: number; message: string; fields: Record<string, string> };
export type DeskAnswer<T> = { ok: true; value: T } | Refusal;

const Device: z.ZodMiniType<DeviceView> = z.object({
  id: z.string(),
  alias: z.string(),
  name: z.string(),
  kind: z.enum(['device', 'room']),
  branch: z.string(),
  username: z.string(),
  hasPassword: z.boolean(),
  isListed: z.boolean(),
  finds: z.enum(['none', 'own', 'all']),
  agentId: z.nullable(z.string()),
  agentName: z.nullable(z.string()),
  avatarId: z.nullable(z.string()),
});
const Picture = z.object({ avatarId: z.nullable(z.string()) });
const Problem = z.object({
  code: z.string(),
  detail: z.optional(z.string()),
  fields: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
});

const OFFLINE = 'The server cannot be reached. Check your connection and try again.';
const UNREADABLE = 'The server’s answer could not be read. Reload the page and try again.';

/** A small change is answered in milliseconds, a picture over a telephone’s network in some seconds. */
const TIMEOUT_MS = 60_000;

async function send<T>(path: string, schema: z.ZodMiniType<T>, init: RequestInit): Promise<DeskAnswer<T>> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, { signal: AbortSignal.timeout(TIMEOUT_MS), ...init });
    body = response.status === 204 ? null : await response.json().catch(() => undefined);
  } catch {
    return unanswered(OFFLINE);
  }
  if (!response.ok) return readProblem(response.status, body);
  const parsed = schema.safeParse(body);
  return parsed.success ? { ok: true, value: parsed.data } : unanswered(UNREADABLE);
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

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const devicePath = (id: string) => `/api/devices/${encodeURIComponent(id)}`;

/** Adds a device, or changes the one with this id. */
export function saveDevice(id: string | null, input: DeviceInput): Promise<DeskAnswer<DeviceView>> {
  return id === null
    ? send('/api/devices', Device, json('POST', input))
    : send(devicePath(id), Device, json('PUT', input));
}

/** Outlives the page: who closes it after removing a device has removed it. */
export function deleteDevice(id: string): Promise<DeskAnswer<null>> {
  return send(devicePath(id), z.null(), { method: 'DELETE', keepalive: true });
}

/** `path` is a device's or an agent's; the answer is the id of what is shown there from now on. */
export function putPicture(path: string, file: Blob) {
  return send(`${path}/picture`, Picture, { method: 'PUT', body: file });
}

export function deletePicture(path: string) {
  return send(`${path}/picture`, Picture, { method: 'DELETE' });
}
