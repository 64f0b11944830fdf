import * as z from 'zod/mini';
import '@/lib/call/zod-without-eval';
import type { MediaRule, RuleContent } from '@/lib/media-locations/media-rule';

// Our own routes under /api/media-rules, as the page uses them. Nothing here throws: a network that fails is an answer too.

const Fault = z.object({ line: z.number(), field: z.string(), message: z.string() });
const Rule: z.ZodMiniType<MediaRule> = z.object({
  ...{ id: z.string(), askingLocation: z.string(), network: z.string(), protocol: z.string(), location: z.string() },
  ...{ overflow: z.array(z.string()), note: z.string() },
});
const Problem = z.object({
  code: z.string(),
  detail: z.optional(z.string()),
  fields: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
  faultCount: z.optional(z.number()),
  faults: z.optional(z.array(Fault)),
  /** What a rule says now that somebody else changed meanwhile. */
  rule: z.optional(Rule),
});
const ImportEffect = z.object({
  ...{ total: z.number(), added: z.number(), changed: z.number(), unchanged: z.number(), removed: z.number() },
  fingerprint: z.string(),
});
const Import = z.extend(ImportEffect, { before: z.string() });

export type Failure = z.infer<typeof Problem>;
export type ImportEffect = z.infer<typeof ImportEffect>;
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure };
/** How a file is taken in; `expected` is the fingerprint of the rules that the decision was made on. */
export type ImportWish = { mode: 'add' | 'replace'; saveUnchecked: boolean };

/** A save may ask the Management Node first, which is given four seconds; an import writes thousands of rows. */
const REQUEST_TIMEOUT_MS = 40_000;
const BASE = '/api/media-rules';

async function send<T>(path: string, schema: z.ZodMiniType<T>, init: RequestInit): Promise<Answer<T>> {
  try {
    const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    const response = await fetch(`${BASE}${path}`, { cache: 'no-store', signal, ...init });
    const body: unknown = await response.json();
    if (response.ok) return { ok: true, value: schema.parse(body) };
    return { ok: false, failure: Problem.parse(body) };
  } catch {
    const detail = 'Mayfly could not be reached, or gave no answer. Try again in a moment.';
    return { ok: false, failure: { code: 'unreachable', detail } };
  }
}

function sendJson(path: string, method: string, body: unknown) {
  const headers = { 'content-type': 'application/json' };
  return send(path, z.object({ id: z.string() }), { method, headers, body: JSON.stringify(body) });
}

/** Adds a rule, or changes the one that was `before`. */
export function saveRule(before: MediaRule | null, rule: RuleContent, saveUnchecked: boolean) {
  if (before === null) return sendJson('', 'POST', { ...rule, saveUnchecked });
  return sendJson(`/${before.id}`, 'PUT', { ...rule, saveUnchecked, basedOn: contentOf(before) });
}

export function contentOf({ askingLocation, network, protocol, location, overflow, note }: MediaRule): RuleContent {
  return { askingLocation, network, protocol, location, overflow, note };
}

export function deleteRule(id: string) {
  return send(`/${id}`, z.object({ id: z.string() }), { method: 'DELETE' });
}

/** Undo of a deletion. What was in force before is not asked about again. */
export function bringBackRule(rule: MediaRule) {
  return saveRule(null, contentOf(rule), true);
}

function sendFile<T>(query: Record<string, string>, schema: z.ZodMiniType<T>, body: BodyInit) {
  const headers = { 'content-type': 'text/csv' };
  return send(`/csv?${new URLSearchParams(query)}`, schema, { method: 'POST', headers, body });
}

export function previewImport(file: ArrayBuffer, { mode, saveUnchecked }: ImportWish) {
  return sendFile({ mode, saveUnchecked: String(saveUnchecked), preview: 'true' }, ImportEffect, file);
}

/** Imports what was previewed; refused when the rules are no longer those of the preview. */
export function importFile(file: ArrayBuffer, { mode, saveUnchecked }: ImportWish, expected: string) {
  return sendFile({ mode, saveUnchecked: String(saveUnchecked), expected }, Import, file);
}

/** Undo of an import; refused when somebody has changed the rules since. */
export function undoImport({ before, fingerprint }: { before: string; fingerprint: string }) {
  return sendFile({ mode: 'restore', expected: fingerprint }, Import, before);
}
