// What the Connection page is told about the capture, as its route sends it. Types only, so that the page may read them.

/** How long what was captured is kept, at most. */
export const KEPT_HOURS = 24;

export interface CaptureReport {
  serverTime: string;
  /** When it ends by itself; null while it is off. */
  until: string | null;
  policyRequests: number;
  eventRequests: number;
  bytes: number;
  oldestAt: string | null;
}
