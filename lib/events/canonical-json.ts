import { storableText } from '@/lib/db/storable-text';

/** Deeper than anything Infinity sends (5), shallower than what overflows the stack or Postgres' own parser. */
const DEEPEST = 32;

/** What stands in JSON as it is: no quote, backslash or control character, and nothing that could be half a character. */
const PLAIN = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/;
/** The same for a key, of which one that begins with a digit may be an index and is then put before the others. */
const PLAIN_KEY = /^[^0-9"\\\u0000-\u001f\ud800-\udfff][^"\\\u0000-\u001f\ud800-\udfff]*$/;

/**
 * One spelling per content, as JSON on one line: keys sorted, and whatever `jsonb` would refuse replaced. Postgres stores neither NUL
 * nor half a surrogate pair; a node whose event cannot be stored would send it again for ever and everything behind it
 * would wait. Written in one pass, since every event is: it is what we hash and what we store.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (typeof value !== 'object' || value === null || depth >= DEEPEST) return 'null';
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry, depth + 1)).join(',')}]`;
  return canonicalObject(value as Record<string, unknown>, depth);
}

function canonicalObject(value: Record<string, unknown>, depth: number): string {
  const { isOdd, sorted } = shapeOf(Object.keys(value));
  if (isOdd) return oddObject(value, depth);
  let text = '';
  for (const { key, head } of sorted) text += head + canonicalJson(value[key], depth + 1);
  return `{${text}}`;
}

/** Keys as an object has them, and how they are written. */
interface Shape {
  keys: string[];
  sorted: { key: string; head: string }[];
  isOdd: boolean;
}

/** The last one of each size: nodes send the same few over and over, and sorting is most of the work. */
const shapes = new Map<number, Shape>();
const MOST_KEYS_REMEMBERED = 100;

function shapeOf(keys: string[]): Shape {
  const known = shapes.get(keys.length);
  if (known?.keys.every((key, index) => key === keys[index])) return known;
  const shape: Shape = {
    keys,
    sorted: [...keys].sort().map((key, index) => ({ key, head: `${index === 0 ? '' : ','}"${key}":` })),
    isOdd: !keys.every((key) => PLAIN_KEY.test(key)),
  };
  if (keys.length <= MOST_KEYS_REMEMBERED) shapes.set(keys.length, shape);
  return shape;
}

/** Where replacing makes two keys one, the last of them stays. An object puts indexes first, whatever order they came in. */
function oddObject(value: Record<string, unknown>, depth: number): string {
  const entries = Object.entries(value)
    .map(([key, entry]): [string, unknown] => [storableText(key), entry])
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  const fields = Object.entries(Object.fromEntries(entries)).map(
    ([key, entry]) => `${quoted(key)}:${canonicalJson(entry, depth + 1)}`,
  );
  return `{${fields.join(',')}}`;
}

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(storableText(text));
}
