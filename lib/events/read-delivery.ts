import { createHash } from 'node:crypto';
import { storableText } from '@/lib/db/storable-text';
import { canonicalJson, canonicalObject, type JsonObject } from './canonical-json';
import { EventEnvelope, subjectOf, unwrapBulk } from './envelope';

/** One event, ready to be stored. */
export interface DeliveredEvent {
  dedupeKey: string;
  /** Null: kept, and changes no row. */
  subject: string | null;
  envelope: JsonObject;
  /** Why it could not be read as an event; null when it could. */
  unreadableReason: string | null;
}

/**
 * Everything a request body brings, readable or not. Nothing is refused: a 4xx would come back for ever and hold up
 * whatever that node has to say next (event-sink.md §1).
 */
export function readDelivery(body: string): DeliveredEvent[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return [unreadable({ body: storableText(body) }, 'not JSON')];
  }
  return unwrapBulk(parsed).map(deliveredEvent);
}

function deliveredEvent(raw: unknown): DeliveredEvent {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return unreadable({ body: canonicalJson(raw) }, 'not an object');
  }
  const content = canonicalObject(raw);
  const envelope = EventEnvelope.safeParse(content);
  if (!envelope.success) {
    const fields = [...new Set(envelope.error.issues.map((issue) => String(issue.path[0])))];
    return unreadable(content, `missing or malformed: ${fields.join(', ')}`);
  }
  return {
    dedupeKey: dedupeKeyOf(content),
    subject: subjectOf(envelope.data),
    envelope: content,
    unreadableReason: null,
  };
}

function unreadable(content: JsonObject, unreadableReason: string): DeliveredEvent {
  return { dedupeKey: dedupeKeyOf(content), subject: null, envelope: content, unreadableReason };
}

/**
 * SHA-256 over all of it: sender, seq, time and content. Seq alone restarts with the sink, and an event comes again when
 * our answer was lost, on its own or in a wrapper, with its keys in whatever order.
 */
function dedupeKeyOf(content: JsonObject): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
