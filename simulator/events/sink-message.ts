import type { SinkVersion } from './event-sink';

/** An event, or a bulk of them, as it is posted (event-sink.md §2). `time` is Unix seconds. */
export interface Envelope {
  node: string;
  seq: number;
  version: SinkVersion;
  time: number;
  event: string;
  data: unknown;
}

/** Several events in one message, which has neither number nor sender of its own. */
export function bulk(version: SinkVersion, events: readonly Envelope[], now: number): Envelope {
  return { node: '127.0.0.1', seq: 0, version, time: now / 1000, event: 'eventsink_bulk', data: events };
}
