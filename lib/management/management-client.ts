import { z } from 'zod';

/** Where the Management Node is and as whom we call it. */
export interface ManagementAccess {
  url: string;
  username: string;
  password: string;
}

/** It may take ten seconds and more (management-api.md §1, D). */
const TIMEOUT_MS = 20_000;

const ConferenceList = z.object({ objects: z.array(z.object({ id: z.string() })) });

/** Ids of the live conferences with this service name: none or one, more only while nodes disagree. */
export async function listConferences(access: ManagementAccess, serviceName: string): Promise<string[]> {
  const query = new URLSearchParams({ name: serviceName });
  const response = await call(access, 'GET', `status/v1/conference/?${query}`);
  if (!response.ok) throw new Error(`the Management Node answered ${response.status} to a list of conferences`);
  return ConferenceList.parse(await response.json()).objects.map((conference) => conference.id);
}

/** Ends a conference for everyone. One that no longer exists is a success: it is what was wanted. */
export async function disconnect(access: ManagementAccess, conferenceId: string): Promise<void> {
  const response = await call(access, 'POST', 'command/v1/conference/disconnect/', { conference_id: conferenceId });
  if (response.ok) return;
  // An id that is gone is a 400 with this text inside a form error, not a 404 (management-api.md §3, P).
  if (response.status === 400 && (await response.text()).includes('Failed to find conference')) return;
  throw new Error(`the Management Node answered ${response.status} to disconnecting a conference`);
}

/** One request below `/api/admin/`. Rejects when nothing answers within `timeoutMs`; any status is an answer. */
export function call(
  access: ManagementAccess,
  method: string,
  path: string,
  body?: unknown,
  timeoutMs = TIMEOUT_MS,
): Promise<Response> {
  const basic = Buffer.from(`${access.username}:${access.password}`).toString('base64');
  return fetch(`${access.url}/api/admin/${path}`, {
    method,
    headers: { Authorization: `Basic ${basic}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    // Without rights it redirects to a sign-in page, which would look like a success (management-api.md §1).
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
}
