import { subjectOf, type EventEnvelope } from './envelope';
import type { StoredEvent } from './event-order';

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

/** What these events change, and which of them do. */
export function bySubject(events: readonly StoredEvent[]): Map<string, StoredEvent[]> {
  const subjects = new Map<string, StoredEvent[]>();
  for (const event of events) {
    for (const subject of subjectsOf(event.envelope)) {
      const known = subjects.get(subject);
      if (known) known.push(event);
      else subjects.set(subject, [event]);
    }
  }
  return subjects;
}
