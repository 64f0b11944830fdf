import { subjectOf, type EventEnvelope } from './envelope';
import { dateOf, type StoredEvent } from './event-order';

/** A sink that began on a node: legs which that node carried and never speaks of again are gone (event-sink.md §5). */
export interface SinkStart {
  node: string;
  at: Date;
}

/** What these events change. */
export interface Touched {
  bySubject: Map<string, StoredEvent[]>;
  sinkStarts: SinkStart[];
}

/**
 * All subjects of an event. One has two: version 1 has no event of its own for the media, and puts the final figures into
 * the leg's disconnect (event-sink.md §2).
 */
export function subjectsOf(envelope: EventEnvelope): string[] {
  const subject = subjectOf(envelope);
  if (subject === null) return [];
  const hasStreams = subject.startsWith('leg:') && Array.isArray(envelope.data.media_streams);
  return hasStreams ? [subject, subject.replace('leg:', 'media:')] : [subject];
}

/** Under which stored subjects the events of this one are found. */
export function storedSubjectsOf(subject: string): string[] {
  return subject.startsWith('media:') ? [subject, subject.replace('media:', 'leg:')] : [subject];
}

/** Null when it is another event. */
function sinkStartOf(envelope: EventEnvelope): SinkStart | null {
  return envelope.event === 'eventsink_started' ? { node: envelope.node, at: dateOf(envelope.time) } : null;
}

export function touchedBy(events: readonly StoredEvent[]): Touched {
  const touched: Touched = { bySubject: new Map(), sinkStarts: [] };
  for (const event of events) {
    for (const subject of subjectsOf(event.envelope)) {
      const known = touched.bySubject.get(subject);
      if (known) known.push(event);
      else touched.bySubject.set(subject, [event]);
    }
    const start = sinkStartOf(event.envelope);
    if (start) touched.sinkStarts.push(start);
  }
  return touched;
}
