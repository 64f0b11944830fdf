import { storableText } from '@/lib/db/storable-text';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Deeper than anything Infinity sends (5), shallower than what overflows the stack or Postgres' own parser. */
const DEEPEST = 32;

/**
 * One spelling per content: keys sorted, and whatever `jsonb` would refuse replaced. Postgres stores neither NUL nor half
 * a surrogate pair; a node whose event cannot be stored would send it again for ever and everything behind it would wait.
 */
export function canonicalJson(value: unknown, depth = 0): Json {
  if (typeof value === 'string') return storableText(value);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null || depth >= DEEPEST) return null;
  if (Array.isArray(value)) return value.map((entry) => canonicalJson(entry, depth + 1));
  return canonicalObject(value, depth);
}

export function canonicalObject(value: object, depth = 0): JsonObject {
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, entry]): [string, Json] => [storableText(key), canonicalJson(entry, depth + 1)])
      .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)),
  );
}
