import { hash } from 'node:crypto';
import { storableText } from '@/lib/db/storable-text';
import { OBSERVATIONS } from './applied-events';
import { canonicalJson } from './canonical-json';
import { EventEnvelope, isObject, lackOf, subjectOf, unwrapBulk } from './envelope';
import { parseLoosely } from './parse-loosely';

/** One event, ready to be stored. */
export interface DeliveredEvent {
  dedupeKey: string;
  /** Null: kept, and changes no row. */
  subject: string | null;
  /** All of it as JSON, in the one spelling of canonical-json.ts. */
  content: string;
  /** Why it could not be read as an event; null when it could. */
  unreadableReason: string | null;
}

/**
 * Everything a request body brings, readable or not. Nothing is refused: a 4xx would come back for ever and hold up
 * whatever that node has to say next (event-sink.md §1).
 *
 * @param by who tells it: only the reconciler is believed what the Management Node lists
 */
export function readDelivery(body: string, by: 'node' | 'reconciler' = 'node'): DeliveredEvent[] {
  let parsed: unknown;
  try {
    parsed = parseLoosely(body);
  } catch {
    return [unreadable(bodyAlone(body), 'not JSON')];
  }
  const events = unwrapBulk(parsed);
  return events.map((raw) => deliveredEvent(by === 'node' ? asPosted(raw) : raw));
}

/**
 * An observation of ours that somebody posts becomes an event of a name that nobody knows: it changes no row, and is not the
 * one that the reconciler may yet have to store.
 */
function asPosted(raw: unknown): unknown {
  const isObservation = isObject(raw) && typeof raw.event === 'string' && OBSERVATIONS.has(raw.event);
  return isObservation ? { ...raw, event: `posted_${String(raw.event)}` } : raw;
}

/** A delivery that was too large to be read. Kept by its beginning and not refused, for the same reason. */
export function cutDelivery(beginning: string): DeliveredEvent {
  return unreadable(bodyAlone(beginning), 'larger than we read, only its beginning is kept');
}

/** The reason of what is no text. */
export const KEPT_AS_BASE64 = 'neither JSON nor text; kept as base64';

/** A delivery that is no text, as base64. */
export function bytesDelivery(base64: string): DeliveredEvent {
  return unreadable(bodyAlone(base64), KEPT_AS_BASE64);
}

/** Whether a body can be read at all. */
export function isJson(body: string): boolean {
  try {
    parseLoosely(body);
    return true;
  } catch {
    return false;
  }
}

/** One event that has not been in a wrapper, or has been taken out of it. */
export function deliveredEvent(raw: unknown): DeliveredEvent {
  if (!isObject(raw)) return unreadable(bodyAlone(raw), 'not an object');
  const content = canonicalJson(raw);
  const envelope = EventEnvelope.safeParse(raw);
  if (!envelope.success) {
    const fields = [...new Set(envelope.error.issues.map((issue) => String(issue.path[0])))];
    return unreadable(content, `missing or malformed: ${fields.join(', ')}`);
  }
  const subject = subjectOf(envelope.data);
  const lack = lackOf(envelope.data, subject);
  if (lack) return unreadable(content, `missing or malformed: ${lack}`);
  return {
    dedupeKey: dedupeKeyOf(content),
    // As it is in the content: a name with half a character in it could not be stored.
    subject: subject && storableText(subject),
    content,
    unreadableReason: null,
  };
}

function unreadable(content: string, unreadableReason: string): DeliveredEvent {
  return { dedupeKey: dedupeKeyOf(content), subject: null, content, unreadableReason };
}

function bodyAlone(body: unknown): string {
  return `{"body":${canonicalJson(body)}}`;
}

/**
 * SHA-256 over all of it: sender, seq, time and content. Seq alone restarts with the sink, and an event comes again when
 * our answer was lost, on its own or in a wrapper, with its keys in whatever order. Half of the digits tell more events
 * apart than will ever be, and fit Postgres' type of 16 bytes, in whose spelling they are.
 */
function dedupeKeyOf(content: string): string {
  return hash('sha256', content).replace(KEY_PARTS, '$1-$2-$3-$4-$5');
}

const KEY_PARTS = /^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/;
