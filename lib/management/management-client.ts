import { setTimeout as pause } from 'node:timers/promises';
import { certificateProblem } from './certificate-problem';
import { takeTurn, type Urgency } from './request-budget';

/** Where the Management Node is and as whom we call it. */
export interface ManagementAccess {
  url: string;
  username: string;
  password: string;
}

export interface ManagementRequest {
  method: 'GET' | 'POST' | 'PATCH';
  /** Below `/api/admin/`, with the closing slash that every path must have (management-api.md §1, V, P). */
  path: string;
  body?: unknown;
  urgency: Urgency;
  /** For its turn and the answer together. */
  timeoutMs?: number;
}

/** It may take ten seconds and more (management-api.md §1, D). */
const TIMEOUT_MS = 20_000;

/** It counts by the minute (management-api.md §1): longer than that nobody is left in because of a pause that it asks for. */
const LONGEST_PAUSE_MS = 60_000;

/** Until when a Management Node asks to be left alone, by its address: Unix milliseconds. */
const quietUntil = new Map<string, number>();

/** The Management Node did not do what it was asked to. The message says why, for the log and the desk; nothing secret. */
export class ManagementProblem extends Error {
  override name = 'ManagementProblem';
}

/**
 * One request. Any status is an answer; throws ManagementProblem when none came in time, or when the Management Node asked
 * for a pause that is longer than that.
 */
export async function ask(access: ManagementAccess, request: ManagementRequest): Promise<Response> {
  const until = new Date(Date.now() + (request.timeoutMs ?? TIMEOUT_MS));
  const quietMs = (quietUntil.get(access.url) ?? 0) - Date.now();
  if (Date.now() + quietMs >= until.getTime()) throw refusalOf(429);
  if (quietMs > 0) await pause(quietMs);
  if (!(await takeTurn(request.urgency, until))) {
    throw new ManagementProblem('the Management Node was asked as often as it may be this minute');
  }
  const basic = Buffer.from(`${access.username}:${access.password}`).toString('base64');
  try {
    const response = await fetch(`${access.url}/api/admin/${request.path}`, {
      method: request.method,
      headers: { Authorization: `Basic ${basic}`, 'Content-Type': 'application/json' },
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
      // Without rights it redirects to a sign-in page, which would look like a success (management-api.md §1).
      redirect: 'manual',
      signal: AbortSignal.timeout(Math.max(1, until.getTime() - Date.now())),
    });
    if (response.status === 429) quietUntil.set(access.url, Date.now() + pauseWanted(response.headers));
    return response;
  } catch (error) {
    throw new ManagementProblem(`the Management Node ${silenceOf(error)}`, { cause: error });
  }
}

/** What `Retry-After` says, in seconds or as a date; 0 where it says nothing. */
function pauseWanted(headers: Headers): number {
  const wanted = headers.get('retry-after') ?? '';
  const ms = /^\d+$/.test(wanted) ? Number(wanted) * 1000 : Date.parse(wanted) - Date.now();
  return Math.max(0, Math.min(ms || 0, LONGEST_PAUSE_MS));
}

/** What an answer holds. Throws ManagementProblem where its end does not come in the time that its request had. */
export function textOf(response: Response): Promise<string> {
  return response.text().catch((error: unknown) => {
    throw new ManagementProblem(`the Management Node ${silenceOf(error)}`, { cause: error });
  });
}

/** What an answer that is no success says, in words. */
export function refusalOf(status: number): ManagementProblem {
  return new ManagementProblem(`the Management Node ${wordsOf(status)}`);
}

function wordsOf(status: number): string {
  if (status === 401) return 'does not accept our user name and password (401)';
  if (status === 403) return 'gives our account no right to this (403)';
  if (status >= 300 && status < 400) {
    return `sends us to its sign-in page (${status}): our account may not use its API`;
  }
  if (status === 429) return 'is asked too often (429)';
  return `answered ${status}`;
}

function silenceOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'did not answer in time';
  // Node's fetch says only "fetch failed"; what happened is its cause.
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
  return code ? (certificateProblem(code) ?? `cannot be reached (${code})`) : 'cannot be reached';
}
