import { z } from 'zod';
import { basicAuthorization, type Credentials } from '../http/basic-auth';

/** A node waits this long for the whole answer (policy-api.md §1). */
const timeoutMs = 5_000;

export interface PolicyProfile {
  /** Without `/policy/v1`; null when the location has no profile. */
  url: string | null;
  credentials: Credentials;
}

/** A list becomes repeated keys, as header values and IdP attributes do (policy-api.md §3). */
export type PolicyParameters = Record<string, string | readonly string[]>;

const envelopeSchema = z.looseObject({
  status: z.literal('success'),
  action: z.string().optional().catch(undefined),
  result: z.unknown().optional(),
  ignore_local: z.unknown().optional(),
});

export interface GoodAnswer {
  action: string | undefined;
  result: unknown;
  /** Beside the result, in a directory's answer only. */
  ignoreLocal: unknown;
}

export type PolicyAnswer =
  | { type: 'answer'; status: number; answer: GoodAnswer }
  /** No profile, 404, silence, a redirect, bad JSON: the node uses its own data. `status` is null without a response. */
  | { type: 'none'; status: number | null; why: string };

export type PolicyImage =
  | { type: 'answer'; status: number; contentType: string; bytes: Buffer }
  | { type: 'none'; status: number | null; why: string };

/** A name as one segment of a path. Through bytes, since half a surrogate pair would make encodeURIComponent throw. */
export const pathSegment = (name: string) => encodeURIComponent(Buffer.from(name).toString());

function encode(parameters: PolicyParameters): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, given] of Object.entries(parameters)) {
    for (const value of typeof given === 'string' ? [given] : given) query.append(name, value);
  }
  return query;
}

async function request(profile: PolicyProfile, path: string, parameters: PolicyParameters): Promise<Response | null> {
  if (profile.url === null) return null;
  return fetch(`${profile.url.replace(/\/+$/, '')}/policy/v1/${path}?${encode(parameters)}`, {
    headers: { Authorization: basicAuthorization(profile.credentials) },
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
}

function readEnvelope(status: number, body: string): PolicyAnswer {
  if (status !== 200) return { type: 'none', status, why: `HTTP ${status}` };
  try {
    const { success, data } = envelopeSchema.safeParse(JSON.parse(body));
    if (!success) return { type: 'none', status, why: 'status is not success' };
    return {
      type: 'answer',
      status,
      answer: { action: data.action, result: data.result, ignoreLocal: data.ignore_local },
    };
  } catch {
    return { type: 'none', status, why: 'not JSON' };
  }
}

const unreachable = (error: unknown) => ({
  type: 'none' as const,
  status: null,
  why: error instanceof Error ? error.name : 'unreachable',
});

const noProfile = { type: 'none' as const, status: null, why: 'no profile' };

/** Asks one policy question. Never rejects: whatever is not a good answer is none. */
export async function askPolicy(profile: PolicyProfile, path: string, parameters: PolicyParameters) {
  try {
    const response = await request(profile, path, parameters);
    return response ? readEnvelope(response.status, await response.text()) : noProfile;
  } catch (error) {
    return unreachable(error);
  }
}

/** Asks for an image, whatever it turns out to be. Never rejects. */
export async function askForImage(
  profile: PolicyProfile,
  path: string,
  parameters: PolicyParameters,
): Promise<PolicyImage> {
  try {
    const response = await request(profile, path, parameters);
    if (!response) return noProfile;
    const { status, headers } = response;
    const bytes = Buffer.from(await response.arrayBuffer());
    if (status !== 200) return { type: 'none', status, why: `HTTP ${status}` };
    return { type: 'answer', status, contentType: headers.get('content-type') ?? '', bytes };
  } catch (error) {
    return unreachable(error);
  }
}
