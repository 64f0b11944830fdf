import * as z from 'zod/mini';
import { json, send } from '@/components/ui/send';
import '@/lib/call/zod-without-eval';
import type { CaptureReport } from '@/lib/capture/capture-report';
import {
  REQUESTS,
  type ConnectionSummary,
  type DecisionPage,
  type ReportedTrial,
} from '@/lib/decisions/decision-reports';
import type { EventsReport } from '@/lib/events/events-report';
import type { UnknownNames } from '@/lib/policy/unknown-names-report';
import type { ReportedStray } from '@/lib/strays/stray';
import { filterQuery, type DecisionFilter } from './decision-filter';

// Our own HTTP API of the connection, as this page uses it. Nothing here throws: a network that fails is an answer.

const Instant = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));
const Decision = z.object({
  id: z.string(),
  at: Instant,
  request: z.string(),
  alias: z.string(),
  meetingId: z.nullable(z.string()),
  location: z.string(),
  node: z.string(),
  protocol: z.string(),
  caller: z.string(),
  callerAlias: z.string(),
  asked: z.string(),
  outcome: z.string(),
  reason: z.string(),
  latencyUs: z.number(),
});
const Page: z.ZodMiniType<DecisionPage> = z.object({
  serverTime: Instant,
  decisions: z.array(Decision),
  before: z.nullable(z.string()),
});
const over = { decisions: z.number(), since: Instant, isBounded: z.boolean() };
const Reason = z.object({ request: z.string(), outcome: z.string(), reason: z.string(), decisions: z.number() });
const AskedAt = z.record(z.enum(REQUESTS), z.nullable(Instant));
const Summary: z.ZodMiniType<ConnectionSummary> = z.object({
  serverTime: Instant,
  nodes: z.array(
    z.object({
      node: z.string(),
      location: z.string(),
      version: z.string(),
      firstSeenAt: Instant,
      lastSeenAt: Instant,
      requests: z.number(),
      askedAt: AskedAt,
    }),
  ),
  latency: z.nullable(z.object({ ...over, p50Us: z.number(), p95Us: z.number(), p99Us: z.number() })),
  answers: z.nullable(z.object({ ...over, reasons: z.array(Reason) })),
  refusals: z.array(
    z.object({ hour: Instant, door: z.string(), address: z.string(), attempts: z.number(), lastAt: Instant }),
  ),
});
const Comparison = z.object({
  lastRunAt: z.nullable(Instant),
  problem: z.nullable(z.string()),
  sinkProblem: z.nullable(z.string()),
  corrections: z.number(),
  alarms: z.array(z.object({ name: z.string(), node: z.nullable(z.string()) })),
});
const Events: z.ZodMiniType<EventsReport> = z.object({
  serverTime: Instant,
  nodes: z.array(z.object({ node: z.string(), events: z.number(), lastEventAt: Instant, lastReceivedAt: Instant })),
  waiting: z.number(),
  unreadable: z.array(z.object({ id: z.string(), receivedAt: Instant, reason: z.string(), excerpt: z.string() })),
  comparison: z.nullable(Comparison),
});
const Trial: z.ZodMiniType<ReportedTrial> = z.object({
  status: z.number(),
  outcome: z.string(),
  reason: z.string(),
  answer: z.unknown(),
  pictureBytes: z.nullable(z.number()),
  names: z.object({
    missing: z.array(z.string()),
    unchecked: z.nullable(z.enum(['not-configured', 'unreachable'])),
  }),
});
const Strays: z.ZodMiniType<{ strays: ReportedStray[] }> = z.object({
  strays: z.array(
    z.object({ kind: z.string(), path: z.string(), address: z.string(), attempts: z.number(), lastAt: Instant }),
  ),
});
const named = { name: z.string(), fault: z.string() };
const UnknownName = z.discriminatedUnion('in', [
  z.object({ ...named, in: z.literal('settings'), field: z.string(), location: z.nullable(z.string()) }),
  z.object({ ...named, in: z.literal('media-rules'), rules: z.number(), isAsking: z.boolean() }),
]);
const Names: z.ZodMiniType<UnknownNames> = z.object({
  names: z.array(UnknownName),
  total: z.number(),
  isUnchecked: z.boolean(),
});
const Capture: z.ZodMiniType<CaptureReport> = z.object({
  serverTime: Instant,
  until: z.nullable(Instant),
  policyRequests: z.number(),
  eventRequests: z.number(),
  bytes: z.number(),
  oldestAt: z.nullable(Instant),
});

/** A search through all decisions takes a second at most; a network may take some more. */
const TIMEOUT_MS = 15_000;

const ask = <T>(path: string, schema: z.ZodMiniType<T>, init: RequestInit = {}) =>
  send(path, schema, { timeoutMs: TIMEOUT_MS, ...init });

export const CAPTURE_PATH = '/api/connection/capture';

export const fetchSummary = () => ask('/api/connection', Summary);
export const fetchEvents = () => ask('/api/connection/events', Events);
export const fetchUnknownNames = () => ask('/api/connection/names', Names);
export const fetchStrays = () => ask('/api/connection/strays', Strays);
export const fetchCapture = () => ask(CAPTURE_PATH, Capture);
/** On for so many minutes, or off with null. */
export const changeCapture = (minutes: number | null) => ask(CAPTURE_PATH, Capture, json('PUT', { minutes }));
export const clearCapture = () => ask(CAPTURE_PATH, Capture, { method: 'DELETE' });

/** A page of decisions: the first one, the one at `before`, or what has come `since`. */
export function fetchDecisions(filter: DecisionFilter, place: { before?: string; since?: string } = {}) {
  return ask(`/api/connection/decisions${filterQuery(filter, place)}`, Page);
}

export function askTrial(trial: { type: string; parameters: Record<string, string>; at?: string }) {
  return ask('/api/connection/test', Trial, json('POST', trial));
}
