import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storableText } from '@/lib/db/storable-text';
import { canonicalJson } from './canonical-json';

/** The same rule said plainly, in two passes: a whole canonical value, then its JSON. Stored keys were made like this. */
function plainly(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return storableText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= 32) return null;
  if (Array.isArray(value)) return value.map((entry) => plainly(entry, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, entry]): [string, unknown] => [storableText(key), plainly(entry, depth + 1)])
      .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)),
  );
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', '\0', '\uFFFD', '\ud83e', '\udd9f', '🦟', '"', '\\', '\u2028', '\x7f', '\n', '__proto__'),
);
const key = fc.oneof(text, fc.constantFrom('10', '9', '01', '-1', '4294967294', '4294967295', '1.5', 'uuid'));
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('of'),
  ),
  list: fc.array(tie('any'), { maxLength: 5 }),
  of: fc.dictionary(key, tie('any'), { maxKeys: 8 }),
})).any;

test('it is the JSON of the content with its keys sorted and made storable, whatever the content', () => {
  fc.assert(
    fc.property(value, (content) => {
      expect(canonicalJson(content)).toBe(JSON.stringify(plainly(content)));
    }),
    { numRuns: 5_000 },
  );
});

test('keys that become one are one, and the last of them in order stays', () => {
  const body: unknown = JSON.parse('{"a\\u0000":1,"a\\ud800":2,"a\uFFFD":3}');
  expect(canonicalJson(body)).toBe(JSON.stringify(plainly(body)));
  expect(Object.keys(JSON.parse(canonicalJson(body)) as object)).toEqual(['a\uFFFD']);
});

test('nesting is followed exactly as deep as before', () => {
  let content: unknown = 1;
  for (let depth = 0; depth < 50; depth += 1) content = depth % 2 ? [content] : { deeper: content };
  expect(canonicalJson(content)).toBe(JSON.stringify(plainly(content)));
});
