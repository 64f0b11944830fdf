import { isInfinitysReason } from '@/lib/conferences/disconnect-reasons';
import { isObject } from '@/lib/events/envelope';
import { ERASED, NAMELESS_FIELDS, NAMELESS_INSIDE, TICKET_TAG } from './where-names-are';

// What is left of a reported event when somebody in it is erased. Always an envelope that can be read, with its times: it may
// not be applied yet, and the history of a row may be read anew. Pure.

type Data = Record<string, unknown>;
type About = keyof typeof NAMELESS_FIELDS;

const ENVELOPE_FIELDS = ['node', 'seq', 'version', 'time', 'event'];
const TAG = new RegExp(TICKET_TAG, 'i');

/** The event with nothing but what names nobody. */
export function namelessEvent(envelope: Data, about: About): Data {
  const kept = pick(envelope, new Set(ENVELOPE_FIELDS));
  return { ...kept, data: isObject(envelope.data) ? namelessData(envelope.data, about) : {} };
}

function namelessData(data: Data, about: About): Data {
  const kept = pick(data, NAMELESS_FIELDS[about]);
  const { display_name: name, call_tag: tag, disconnect_reason: reason } = data;
  if (about === 'conference' || about === 'media') return kept;
  // That there was a name is known of them still.
  if (typeof name === 'string' && name !== '') kept.display_name = ERASED;
  if (typeof tag === 'string' && TAG.test(tag)) kept.call_tag = tag;
  if (typeof reason === 'string' && reason !== '') kept.disconnect_reason = isInfinitysReason(reason) ? reason : ERASED;
  return kept;
}

function pick(data: Data, fields: ReadonlySet<string>): Data {
  const entries = Object.entries(data).flatMap(([key, value]): [string, unknown][] =>
    fields.has(key) ? [[key, namelessInside(value)]] : [],
  );
  return Object.fromEntries(entries);
}

function namelessInside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(namelessInside);
  return isObject(value) ? pick(value, NAMELESS_INSIDE) : value;
}

/** Whom an event may name. */
export interface Sought {
  /** Of a leg or conversation of theirs. */
  isId: (text: string) => boolean;
  /** Their name or address, or a text with it (names-in-text.ts). */
  isName: (text: string) => boolean;
}

/**
 * An event that changes no row, without these people. One that tells of a leg of theirs keeps what names nobody; of any other,
 * the values that name them go, as wholes: what stands beside a name in a free text is about them as well, and nothing is
 * computed from it. Keys are Infinity's words and stay, as do the values that are known to name nobody, so that a person
 * called "Guest" takes no role from another's event.
 */
export function withoutPeople(envelope: Data, { isId, isName }: Sought): Data {
  if (hasText(envelope, isId)) return namelessEvent(envelope, 'unknown');
  const entries = Object.entries(envelope).map(([key, value]): [string, unknown] => [
    key,
    ENVELOPE_FIELDS.includes(key) && typeof value !== 'object' ? value : replaced(value, isName),
  ]);
  return Object.fromEntries(entries);
}

function hasText(value: unknown, isMeant: (text: string) => boolean): boolean {
  if (typeof value === 'string') return isMeant(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((entry) => hasText(entry, isMeant));
}

function replaced(value: unknown, isName: Sought['isName'], key = ''): unknown {
  if (typeof value === 'string') return !NAMELESS_FIELDS.unknown.has(key) && isName(value) ? ERASED : value;
  if (Array.isArray(value)) return value.map((entry: unknown) => replaced(entry, isName, key));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, replaced(entry, isName, name)]));
}
