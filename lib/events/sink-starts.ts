import type { EventEnvelope } from './envelope';
import { dateOf, type StoredEvent } from './event-order';

/** A sink that began on a node: legs which that node carried and never speaks of again are gone (event-sink.md §5). */
export interface SinkStart {
  node: string;
  at: Date;
}

/** An event, and when it first reached us. */
export interface ReceivedEvent extends StoredEvent {
  receivedAt: Date;
}

/** A clock that is so far ahead when a node boots is wrong, and would end whoever comes until then. */
const LONGEST_AHEAD_MS = 60_000;

/**
 * The starts among these events from which ends may be inferred. The one thing that arrival decides: a clock is wrong by ours,
 * not by another node's. Each start by its own first arrival, so whatever else is applied with it changes nothing.
 */
export function credibleStarts(events: readonly ReceivedEvent[]): SinkStart[] {
  return events.flatMap(({ envelope, receivedAt }) => {
    const at = dateOf(envelope.time);
    const isAhead = at.getTime() > receivedAt.getTime() + LONGEST_AHEAD_MS;
    return isSinkStart(envelope) && !isAhead ? [{ node: envelope.node, at }] : [];
  });
}

export function isSinkStart({ event }: EventEnvelope): boolean {
  return event === 'eventsink_started';
}
