// What the Connection page is told about our answers to policy requests, as its routes send it. Pure and
// without zod, so that the page may read them too.

export const REQUESTS = ['service', 'participant', 'location', 'avatar', 'directory', 'registration'] as const;
export type ReportedRequest = (typeof REQUESTS)[number];

export const OUTCOMES = [
  'configure',
  'describe',
  'reject',
  'continue',
  'honour',
  'locate',
  'picture',
  'entries',
  'credentials',
  'no-opinion',
  'failed',
] as const;
export type ReportedOutcome = (typeof OUTCOMES)[number];

/** What keeps a caller out: we said no, or could not say anything. `credentials` is none: a device was told what to present. */
export const REFUSALS = ['reject', 'failed'] as const satisfies readonly ReportedOutcome[];

/** How many decisions are shown at once. */
export const PAGE_SIZE = 50;

/** One answer of ours. Words from a later version of ours are strings that this page does not know, and shows as they are. */
export interface ReportedDecision {
  id: string;
  /** ISO 8601. */
  at: string;
  request: string;
  alias: string;
  meetingId: string | null;
  location: string;
  node: string;
  protocol: string;
  /** The name they gave, else their alias. */
  caller: string;
  callerAlias: string;
  /** The query, without secrets; empty where it was not kept. */
  asked: string;
  outcome: string;
  reason: string;
  latencyUs: number;
}

export interface DecisionPage {
  /** When it was read, by our clock. */
  serverTime: string;
  /** Newest first. */
  decisions: ReportedDecision[];
  /** Where the next page begins; null when this is the last one. */
  before: string | null;
}

/** Where the page that follows this decision begins. */
export function cursorAfter({ at, id }: Pick<ReportedDecision, 'at' | 'id'>): string {
  return `${at}_${id}`;
}

/** A node's requests from one location. */
export interface ReportedNode {
  node: string;
  location: string;
  version: string;
  firstSeenAt: string;
  lastSeenAt: string;
  requests: number;
  /** When it was last seen asking for each of the six requests; null where that is not known. */
  askedAt: Record<ReportedRequest, string | null>;
}

export interface Latency {
  /** How many decisions this is over, and since when. */
  decisions: number;
  since: string;
  /** The newest ones only: there are more within the hour. */
  isBounded: boolean;
  p50Us: number;
  p95Us: number;
  p99Us: number;
}

export interface ReasonCount {
  request: string;
  outcome: string;
  reason: string;
  decisions: number;
}

export interface ReasonCounts {
  decisions: number;
  since: string;
  isBounded: boolean;
  /** Most frequent first; when there are more reasons than are listed, `decisions` is larger than their sum. */
  reasons: ReasonCount[];
}

/** Somebody who came with wrong credentials, in one hour. */
export interface ReportedRefusal {
  hour: string;
  /** policy or events. */
  door: string;
  address: string;
  attempts: number;
  lastAt: string;
}

/** What the page shows besides the list of decisions. */
export interface ConnectionSummary {
  serverTime: string;
  /** The one heard last first. */
  nodes: ReportedNode[];
  /** Null when nothing was answered in the last hour. */
  latency: Latency | null;
  /** Null when nothing was answered in the last day. */
  answers: ReasonCounts | null;
  refusals: ReportedRefusal[];
}

/** What the tester was told. */
export interface ReportedTrial {
  /** Of HTTP, as a node would see it. */
  status: number;
  outcome: string;
  reason: string;
  /** The JSON of the answer, PINs and passwords masked; null where there is none. */
  answer: unknown;
  /** A picture's size; null where the answer is none. */
  pictureBytes: number | null;
  /** Names in the answer that do not exist on Infinity, in words; and why none were looked up, if so. */
  names: { missing: string[]; unchecked: 'not-configured' | 'unreachable' | null };
}

/** What has to be typed into Infinity. Passwords are never shown. */
export interface SetupFacts {
  policyUrl: string;
  policyUsername: string;
  eventsUrl: string;
  eventsUsername: string;
}
