import type { ReportedStray } from './stray';
import { loadStrays } from './stray-store';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The last day's, the latest first. */
export function recentStrays(now: Date): Promise<ReportedStray[]> {
  return loadStrays(new Date(now.getTime() - DAY_MS));
}
