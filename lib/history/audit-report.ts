// What the page of who did what is told, as its route sends it. Pure and without zod. Times are ISO 8601 UTC.

export interface ReportedAuditEntry {
  id: string;
  at: string;
  actor: string;
  action: string;
  subject: string;
  detail: unknown;
}

export interface AuditPage {
  serverTime: string;
  /** Newest first. */
  entries: ReportedAuditEntry[];
  before: string | null;
}
