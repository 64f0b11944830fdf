// What the Connection page tells of the event sink. Times are ISO 8601 UTC.

export interface ReportingNode {
  node: string;
  events: number;
  /** By the node's clock. */
  lastEventAt: string;
  lastReceivedAt: string;
}

/** Something that was delivered, kept, and could not be read or applied. */
export interface UnreadableEvent {
  id: string;
  receivedAt: string;
  reason: string;
  /** Its beginning, as delivered. */
  excerpt: string;
}

/** What comparing with the Management Node came to; null where none is configured. */
export interface ComparisonReport {
  /** Null: not yet. */
  lastRunAt: string | null;
  problem: string | null;
  sinkProblem: string | null;
  /** What was put right by the last comparison. */
  corrections: number;
  alarms: { name: string; node: string | null }[];
}

export interface EventsReport {
  serverTime: string;
  nodes: ReportingNode[];
  /** Stored and not applied yet. */
  waiting: number;
  unreadable: UnreadableEvent[];
  comparison: ComparisonReport | null;
}
