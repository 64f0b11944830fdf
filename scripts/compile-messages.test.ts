import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { _createCache, _createIntlFormatters } from 'use-intl/core';
import format from 'use-intl/format-message';
import formatCompiled from 'use-intl/format-message/format-only';
import { expect, it } from 'vitest';
import { languageCodes } from '@/lib/words/languages';
import compileMessagesLoader from './compile-messages.mjs';

type Tree = { [key: string]: string | Tree };
type Compiled = Parameters<typeof formatCompiled>[1];

/** By whole key, such as `people.count`. */
function leaves(tree: object, before = ''): [string, unknown][] {
  return Object.entries(tree).flatMap(([key, part]) =>
    typeof part === 'string' || Array.isArray(part) ? [[before + key, part]] : leaves(part, `${before}${key}.`),
  );
}

/** Whatever the sentence may ask for: this, by every name that it has; and tags that bracket what they hold. */
function valuesFor(sentence: string, value: number | string) {
  const names = [...sentence.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => [name, value]);
  const tags = [...sentence.matchAll(/<(\w+)>/g)].map(([, tag]) => [tag, (parts: unknown) => `[${String(parts)}]`]);
  return Object.fromEntries([...names, ...tags]);
}

const NUMBERS = [0, 1, 2, 3, 11, 100, 1234.5];
const CHOICES = ['camera', 'microphone', 'other'];

const files = languageCodes.flatMap((language) =>
  readdirSync(path.join('messages', language))
    .filter((name) => name.endsWith('.json'))
    .map((name) => [language, name] as const),
);

it.each(files)('messages/%s/%s says compiled what it says as it is written', (language, name) => {
  const cache = _createCache();
  const options = { cache, formatters: _createIntlFormatters(cache), locale: language, timeZone: 'UTC' };
  const json = readFileSync(path.join('messages', language, name), 'utf8');
  // What the bundler puts in the file's place.
  const built: object = JSON.parse(compileMessagesLoader(json).replace(/^export default (.*);$/s, '$1'));
  const compiled = new Map(leaves(built));
  for (const [key, sentence] of leaves(JSON.parse(json) as Tree) as [string, string][]) {
    const isCounted = /, (plural|number)/.test(sentence);
    for (const value of isCounted ? NUMBERS : [...NUMBERS, ...CHOICES]) {
      const values = valuesFor(sentence, value);
      const said = formatCompiled(key, compiled.get(key) as Compiled, values, options);
      expect(said, `${key} of ${value}`).toEqual(format(key, sentence, values, options));
    }
  }
});

it('refuses a sentence that cannot be read, so that no build has it', () => {
  expect(() => compileMessagesLoader('{"broken":"{count, plural, one {a}"}')).toThrow();
});
