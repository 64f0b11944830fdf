import type { EventEnvelope } from './envelope';

/** An event of a subject, with the key that makes it one of a set. */
export interface StoredEvent {
  dedupeKey: string;
  envelope: EventEnvelope;
}

/** Where an event stands among all events of its subject. */
export interface Stamp {
  time: number;
  seq: number;
  key: string;
}

export function stampOf({ dedupeKey, envelope }: StoredEvent): Stamp {
  return { time: envelope.time, seq: envelope.seq, key: dedupeKey };
}

/**
 * The order in which events happened: by the node's clock, then by its counter. The key settles what is left, so that
 * a set has one order however it arrived. Not by the counter first: it begins anew with the sink, and which of two came before
 * that, nothing of them tells. Where a clock was set back, what legs and conferences say of themselves has to do
 * (stepped-back.ts).
 */
export function compareStamps(left: Stamp, right: Stamp): number {
  return left.time - right.time || left.seq - right.seq || (left.key < right.key ? -1 : left.key > right.key ? 1 : 0);
}

export function inEventOrder(events: readonly StoredEvent[]): StoredEvent[] {
  return [...events].sort((left, right) => compareStamps(stampOf(left), stampOf(right)));
}

/** A node's time as ours. */
export function dateOf(seconds: number): Date {
  return new Date(Math.round(seconds * 1000));
}

export function earliest(left: Date | null, right: Date | null): Date | null {
  if (!left || !right) return left ?? right;
  return left <= right ? left : right;
}
