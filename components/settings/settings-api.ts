// First: it keeps zod from compiling code, which the page's security policy forbids.
import '@/lib/call/zod-without-eval';
import * as z from 'zod/mini';
import type { ProblemBody } from '@/lib/http/problem-body';
import { ConferenceSettings, type SavedConferenceSettings } from '@/lib/settings/conference-settings';
import { PolicySettings } from '@/lib/settings/policy-settings';

// Our own HTTP API, as the settings page uses it. Nothing here throws: a network that fails is an answer too.

const Saved = z.object({
  id: z.number(),
  savedAt: z.string(),
  savedBy: z.nullable(z.string()),
  value: ConferenceSettings,
});
const Kept = z.extend(Saved, { kept: z.nullable(z.number()) });
const FlatPolicy = z.object({
  ...PolicySettings.shape,
  savedAt: z.nullable(z.string()),
  savedBy: z.nullable(z.string()),
});
const SavedPolicy = z.pipe(
  FlatPolicy,
  z.transform(({ savedAt, savedBy, ...value }: z.output<typeof FlatPolicy>) => ({ value, savedAt, savedBy })),
);
const History = z.object({ saved: z.array(Saved), next: z.nullable(z.number()) });
const Names = z.discriminatedUnion('checked', [
  z.object({ checked: z.literal(true), names: z.array(z.string()) }),
  z.object({ checked: z.literal(false), why: z.enum(['not-configured', 'unreachable']) }),
]);
const AllNames = z.object({ locations: Names, themes: Names, identityProviderGroups: Names });
const Problem: z.ZodMiniType<Pick<ProblemBody, 'code' | 'detail' | 'fields'>> = z.object({
  code: z.string(),
  detail: z.optional(z.string()),
  fields: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
});

export type NameList = z.infer<typeof Names>;
export type InfinityNames = z.infer<typeof AllNames>;
export type SavedPolicy = z.infer<typeof SavedPolicy>;
export type KeptSettings = z.infer<typeof Kept>;

export type Failure = z.infer<typeof Problem>;
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** The server looks names up first and waits for records of the last answers: seconds, not more. */
const TIMEOUT_MS = 20_000;

export function saveConferenceSettings(
  settings: ConferenceSettings,
  basedOn: number,
  saveUnchecked: boolean,
): Promise<Answer<KeptSettings>> {
  return send('/api/settings/conference', Kept, { method: 'PUT', body: { ...settings, basedOn, saveUnchecked } });
}

export function readConferenceSettings(): Promise<Answer<SavedConferenceSettings>> {
  return send('/api/settings/conference', Saved);
}

export function savePolicySettings(settings: PolicySettings, basedOn: PolicySettings): Promise<Answer<SavedPolicy>> {
  return send('/api/settings/policy', SavedPolicy, { method: 'PUT', body: { ...settings, basedOn } });
}

export function readPolicySettings(): Promise<Answer<SavedPolicy>> {
  return send('/api/settings/policy', SavedPolicy);
}

/** Earlier settings; `before` is the page before's `next`, null for the newest. */
export function readHistory(before: number | null): Promise<Answer<z.infer<typeof History>>> {
  return send(`/api/settings/conference/history${before === null ? '' : `?before=${before}`}`, History);
}

export function readNames(): Promise<Answer<InfinityNames>> {
  return send('/api/settings/names', AllNames);
}

const SIGNED_OUT = 'You are signed out. Sign in again in another window, then try once more.';
const UNREACHABLE = 'We could not be reached. Check your connection and try again.';

async function send<S extends z.ZodMiniType>(
  path: string,
  schema: S,
  { method = 'GET', body }: { method?: string; body?: unknown } = {},
): Promise<Answer<z.output<S>>> {
  try {
    const response = await fetch(path, {
      method,
      cache: 'no-store',
      ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) {
      const parsed = schema.safeParse(answer);
      if (parsed.success) return { ok: true, value: parsed.data };
      return failed('other', 'This page is out of date. Reload it.');
    }
    if (response.status === 401) return failed('unauthorized', SIGNED_OUT);
    const problem = Problem.safeParse(answer);
    return problem.success ? { ok: false, failure: problem.data } : failed('other', UNREACHABLE);
  } catch {
    return failed('unreachable', UNREACHABLE);
  }
}

function failed(code: string, detail: string): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, detail } };
}
