import { z } from 'zod';
import { basicAuthorization, type Credentials } from '../http/basic-auth';

/** A node waits this long for the whole answer (policy-api.md §1). */
const timeoutMs = 5_000;

export interface PolicyProfile {
  /** Without `/policy/v1`; null when the location has no profile. */
  url: string | null;
  credentials: Credentials;
}

export type PolicyAnswer =
  | { type: 'answer'; action: string | undefined; result: unknown }
  /** No profile, 404, silence, a redirect, bad JSON: the node uses its own data. */
  | { type: 'none'; why: string };

const envelopeSchema = z.looseObject({
  status: z.literal('success'),
  action: z.string().optional().catch(undefined),
  result: z.unknown().optional(),
});

async function request(
  profile: PolicyProfile,
  path: string,
  parameters: Record<string, string>,
): Promise<Response | null> {
  if (profile.url === null) return null;
  const query = new URLSearchParams(parameters);
  return fetch(`${profile.url.replace(/\/+$/, '')}/policy/v1/${path}?${query}`, {
    headers: { Authorization: basicAuthorization(profile.credentials) },
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
}

/** Asks one policy question. Never rejects: whatever is not a good answer is none. */
export async function askPolicy(
  profile: PolicyProfile,
  path: string,
  parameters: Record<string, string>,
): Promise<PolicyAnswer> {
  try {
    const response = await request(profile, path, parameters);
    if (!response) return { type: 'none', why: 'no profile' };
    const body = await response.text();
    if (response.status !== 200) return { type: 'none', why: `HTTP ${response.status}` };
    const envelope = envelopeSchema.safeParse(JSON.parse(body));
    if (!envelope.success) return { type: 'none', why: 'status is not success' };
    return { type: 'answer', action: envelope.data.action, result: envelope.data.result };
  } catch (error) {
    if (error instanceof SyntaxError) return { type: 'none', why: 'not JSON' };
    return { type: 'none', why: error instanceof Error ? error.name : 'unreachable' };
  }
}

/** The JPEG for an alias, or null. */
export async function askAvatar(profile: PolicyProfile, alias: string, parameters: Record<string, string>) {
  try {
    const response = await request(profile, `participant/avatar/${encodeURIComponent(alias)}`, parameters);
    if (!response) return null;
    const bytes = Buffer.from(await response.arrayBuffer());
    const isImage = response.status === 200 && response.headers.get('content-type') === 'image/jpeg';
    return isImage ? bytes : null;
  } catch {
    return null; // a node shows its placeholder
  }
}
