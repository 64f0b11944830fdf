import { writePosition, type LivePosition } from './live-position';

// Server-sent events in two parts: a head that says when it is sent, and a body that is the same bytes for every desk.

const encoder = new TextEncoder();

/** An event, since a page hears no comment; without an `id`, since it moves nobody on. */
export const HEARTBEAT = encoder.encode('event: beat\ndata: {}\n\n');

/** The rest of a `LiveList`, whose meetings are given as JSON. */
export function snapshotBody(meetings: readonly string[]): Uint8Array {
  return encoder.encode(`"meetings":[${meetings.join(',')}]}\n\n`);
}

/** The rest of `LiveChanges`. */
export function changesBody(meetings: readonly string[], removed: readonly string[]): Uint8Array {
  return encoder.encode(`"meetings":[${meetings.join(',')}],"removed":${JSON.stringify(removed)}}\n\n`);
}

/** What comes before a body. Whoever has read the message is at `position`. */
export function messageHead(event: 'snapshot' | 'changes', position: LivePosition, now: Date): Uint8Array {
  const id = writePosition(position);
  return encoder.encode(`id: ${id}\nevent: ${event}\ndata: {"serverTime":"${now.toISOString()}",`);
}
