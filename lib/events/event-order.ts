import type { EventEnvelope } from './envelope';

/** An event of a subject, with the key that makes it one of a set. */
export interface StoredEvent {
  dedupeKey: string;
  envelope: EventEnvelope;
}

/**
 * The order in which events happened: by the node's clock, then by its counter. The key settles what is left, so that
 * a set has one order however it arrived.
 */
export function inEventOrder(events: readonly StoredEvent[]): StoredEvent[] {
  return [...events].sort(
    (left, right) =>
      left.envelope.time - right.envelope.time ||
      left.envelope.seq - right.envelope.seq ||
      (left.dedupeKey < right.dedupeKey ? -1 : 1),
  );
}

/** A node's time as ours. */
export function dateOf(seconds: number): Date {
  return new Date(Math.round(seconds * 1000));
}

export function earliest(left: Date | null, right: Date | null): Date | null {
  if (!left || !right) return left ?? right;
  return left <= right ? left : right;
}
