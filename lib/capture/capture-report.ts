// What the Connection page is told about the capture, as its route sends it. Pure, so that the page may read it.

/** How long it may be on. */
export const CAPTURE_MINUTES = [15, 60, 8 * 60] as const;

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
