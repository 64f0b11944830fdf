import { letStartsTell } from '@/lib/events/sink-start-store';
import type { ReconcilerReport } from './reconciler-report';

/** What is restarted, or cut off for a moment, answers again within this time. */
const PATIENCE_MS = 5 * 60 * 1000;

/**
 * Ends what nodes carried before their sinks began, where the Management Node has not said for so long whether it goes on: of a
 * node that crashed nobody else ever will. What was there all the same, the next comparison brings back. Starts before the last
 * one are left: it saw what had become of them.
 */
export async function believeStarts({ comparedAt }: Pick<ReconcilerReport, 'comparedAt'>, now: Date): Promise<void> {
  const count = await letStartsTell(comparedAt, new Date(now.getTime() - PATIENCE_MS));
  if (count > 0)
    console.warn(`${count} starts of event sinks are believed without the Management Node, which is silent`);
}
