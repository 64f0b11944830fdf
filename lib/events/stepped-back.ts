import type { EventEnvelope } from './envelope';
import type { LegData } from './leg-data';
import type { LegState } from './leg-state';
import { isElsewhere } from './leg-stays';

// A node's clock may be set back during a call: then a leg's connect has a later time than its disconnect, and would be taken
// for a leg that comes back. Events stay in the order of their times, since counters restart and tell nothing of themselves;
// what a leg says of itself tells these apart. Pure.

/** Whether what comes behind a leg's disconnect by its time is of the stay there that the disconnect ended. */
export function isOfEndedStay(before: LegState, data: LegData, envelope: EventEnvelope): boolean {
  const { disconnected } = before;
  if (!disconnected || isElsewhere(before, data)) return false;
  // The end itself told of this connect, as later than itself. A leg that comes back connects anew.
  if (data.connectTime !== undefined) {
    return data.connectTime > disconnected.at && data.connectTime === disconnected.connectTime;
  }
  // Still dialling, and counted before the end. Were it a call anew after the counter restarted, its connect_time will tell.
  const isBefore = envelope.node === disconnected.node && envelope.seq < (disconnected.seq ?? 0);
  return isBefore && data.stage === 'connecting';
}
