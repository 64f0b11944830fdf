import type { EventEnvelope } from './envelope';
import { dateOf, type StoredEvent } from './event-order';
import { isClockAhead } from './wrong-clock';

/** A sink that began on a node: legs which that node carried and never speaks of again are gone (event-sink.md §5). */
export interface SinkStart {
  node: string;
  at: Date;
}

/** An event, and when it first reached us. */
export interface ReceivedEvent extends StoredEvent {
  receivedAt: Date;
}

/**
 * The starts among these events from which ends may be inferred: one by a clock that is far ahead when its node boots would end
 * whoever comes until then. The one thing that arrival decides: a clock is wrong by ours, not by another node's. Each start by
 * its own first arrival, so whatever else is applied with it changes nothing.
 */
export function credibleStarts(events: readonly ReceivedEvent[]): SinkStart[] {
  return events.flatMap(({ envelope, receivedAt }) => {
    const at = dateOf(envelope.time);
    return isSinkStart(envelope) && !isClockAhead(at, receivedAt) ? [{ node: envelope.node, at }] : [];
  });
}

export function isSinkStart({ event }: EventEnvelope): boolean {
  return event === 'eventsink_started';
}
