import type { Envelope } from './sink-message';

/** How many of the next events are meant, null for all until the faults are lifted; only of these types, if any are named. */
export interface Affected {
  count: number | null;
  events?: readonly string[] | undefined;
}

/** What goes wrong between a node and its sink, for tests. */
export interface SinkFaults {
  /** Numbered, and never sent. */
  lose: Affected | null;
  /** Sent twice. */
  duplicate: Affected | null;
  /** So many events are held back until they are complete, then sent last first. Once. */
  outOfOrder: { count: number } | null;
  /** How much later than it happened an event is sent. */
  delayMs: number;
  /** Nothing reaches the sink; the node sees that and tries again. */
  isCut: boolean;
}

export const noFaults: SinkFaults = { lose: null, duplicate: null, outOfOrder: null, delayMs: 0, isCut: false };

function isAffected(affected: Affected | null, { event }: Envelope): affected is Affected {
  return affected !== null && (affected.events === undefined || affected.events.includes(event));
}

/** The same for one event fewer; null when that was the last. */
function after(affected: Affected): Affected | null {
  if (affected.count === null) return affected;
  return affected.count > 1 ? { ...affected, count: affected.count - 1 } : null;
}

interface Outcome {
  faults: SinkFaults;
  held: readonly Envelope[];
  /** What is to be sent now. */
  released: readonly Envelope[];
}

/** What becomes of one new event. Pure. A lost one is not also counted as duplicated or held. */
export function applyFaults(faults: SinkFaults, held: readonly Envelope[], event: Envelope): Outcome {
  if (isAffected(faults.lose, event)) return { faults: { ...faults, lose: after(faults.lose) }, held, released: [] };
  const isTwice = isAffected(faults.duplicate, event);
  const left = isAffected(faults.duplicate, event) ? { ...faults, duplicate: after(faults.duplicate) } : faults;
  const copies = isTwice ? [event, event] : [event];
  if (!left.outOfOrder) return { faults: left, held, released: copies };
  const gathered = [...held, ...copies];
  if (gathered.length < left.outOfOrder.count) return { faults: left, held: gathered, released: [] };
  return { faults: { ...left, outOfOrder: null }, held: [], released: gathered.reverse() };
}
