// First, for schemas look at it when they are made.
import './zod-without-eval';
import * as z from 'zod/mini';
import { CreatedMeeting, Instant, JoinedMeeting, Meeting } from '@/lib/meetings/answers';
import { clockSkewMs } from './call-clock';
import type { CallFailure } from './failures';

// Our own HTTP API (design.md §5), as the panel uses it. Nothing here throws: a network that fails is an answer too.

export type ApiResult<T> = { ok: true; value: T; skewMs: number } | { ok: false; failure: CallFailure };

const Problem = z.object({ code: z.string() });

const failureByCode = new Map(
  Object.entries<CallFailure>({
    'not-found': 'not-found',
    'not-open': 'not-open',
    ended: 'ended',
    cancelled: 'cancelled',
    'rate-limited': 'rate-limited',
    'wrong-host-key': 'not-allowed',
    unauthorized: 'not-allowed',
    'too-long': 'refused', // where a meeting is to be extended
    'invitation-required': 'invitation-required',
    'invitation-withdrawn': 'invitation-withdrawn',
    'invitation-unknown': 'invitation-unknown',
    'invalid-body': 'invalid-name', // the name is the only thing here that a person typed
  }),
);

/** Turns an HTTP answer into a value or the reason why there is none. Times are ours, ms since the epoch. */
export async function readAnswer<T>(
  response: Response,
  schema: z.ZodMiniType<T>,
  sentAtMs: number,
  receivedAtMs: number,
): Promise<ApiResult<T>> {
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const code = Problem.safeParse(body).data?.code ?? '';
    const byStatus: CallFailure =
      response.status === 404 ? 'not-found' : response.status === 429 ? 'rate-limited' : 'other';
    return { ok: false, failure: failureByCode.get(code) ?? byStatus };
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) return { ok: false, failure: 'other' };
  const clock = z.object({ serverTime: Instant }).safeParse(body).data;
  return { ok: true, value: parsed.data, skewMs: clock ? clockSkewMs(clock.serverTime, sentAtMs, receivedAtMs) : 0 };
}

async function send<T>(path: string, schema: z.ZodMiniType<T>, init: RequestInit): Promise<ApiResult<T>> {
  const sentAtMs = Date.now();
  try {
    const response = await fetch(path, { cache: 'no-store', ...init });
    return await readAnswer(response, schema, sentAtMs, Date.now());
  } catch {
    return { ok: false, failure: 'site-unreachable' };
  }
}

/** A request that hangs must not hang the panel: the visitor is told to try again after this long. */
const REQUEST_TIMEOUT_MS = 15_000;

const bearer = (hostKey: string) => ({ authorization: `Bearer ${hostKey}` });

function post(body: unknown, hostKey: string | null): RequestInit {
  const headers = { 'content-type': 'application/json', ...(hostKey ? bearer(hostKey) : {}) };
  return { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) };
}

const meetingPath = (alias: string) => `/api/meetings/${encodeURIComponent(alias)}`;

export function createMeeting(displayName: string) {
  return send('/api/meetings', CreatedMeeting, post({ displayName }, null));
}

/**
 * A fresh ticket for one dial. With a host key, or an agent's session cookie, the ticket is a host's; `invitation` is what a
 * personal link carries.
 */
export function joinMeeting(
  alias: string,
  displayName: string,
  { hostKey, invitation }: { hostKey: string | null; invitation?: string | null },
) {
  const body = { displayName, ...(invitation ? { invitation } : {}) };
  return send(`${meetingPath(alias)}/join`, JoinedMeeting, post(body, hostKey));
}

/** What is known of a meeting now, and of the personal link that led to it; gives up after `timeoutMs`. */
export function readMeeting(alias: string, timeoutMs = REQUEST_TIMEOUT_MS, invitation: string | null = null) {
  const query = invitation ? `?i=${encodeURIComponent(invitation)}` : '';
  return send(`${meetingPath(alias)}${query}`, Meeting, { signal: AbortSignal.timeout(timeoutMs) });
}

/** Moves a meeting's end, in ms since the epoch. Without a host key the agent's session has to speak for us. */
export function extendMeeting(alias: string, validUntilMs: number, hostKey: string | null) {
  const body = { validUntil: new Date(validUntilMs).toISOString() };
  return send(meetingPath(alias), Meeting, { ...post(body, hostKey), method: 'PATCH' });
}

/** Cancels a meeting of one's own. Outlives the page, and nobody waits for what becomes of it: its time ends anyway. */
export async function cancelMeeting(alias: string, hostKey: string): Promise<void> {
  await send(meetingPath(alias), Meeting, { method: 'DELETE', headers: bearer(hostKey), keepalive: true });
}
