import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import closed from '@/messages/en/closed.json';
import { messages } from '@/messages/en';
import invite from '@/messages/en/invite.json';
import join from '@/messages/en/join.json';
import tools from '@/messages/en/tools.json';
import { languageCodes, type Language } from './languages';
import { loadLateWords } from './late-words';
import { loadWords } from './load-words';
import type { Messages } from './messages';

type Tree = { [key: string]: string | Tree };

/** Every sentence by its whole key, such as `people.count`. */
function sentences(tree: Tree): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[key, value]]
      : [...sentences(value)].map(([rest, sentence]) => [`${key}.${rest}`, sentence]),
  );
  return new Map(entries);
}

/** A sentence's parts at every depth: also those within a plural's cases and within tags. */
function parts(elements: MessageFormatElement[]): MessageFormatElement[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return [element, ...parts(element.children)];
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element];
    return [element, ...Object.values(element.options).flatMap((option) => parts(option.value))];
  });
}

/** What a sentence fills in, each with how: values and tags, and what it only tells cases apart by. */
function placeholders(sentence: string) {
  const given = parts(parse(sentence)).filter(({ type }) => type !== TYPE.literal && type !== TYPE.pound);
  const named = (elements: MessageFormatElement[]) =>
    [...new Set(elements.map((each) => `${TYPE[each.type]} ${'value' in each ? String(each.value) : ''}`))].sort();
  return {
    filled: named(given.filter(({ type }) => type !== TYPE.select)),
    selected: named(given.filter(({ type }) => type === TYPE.select)),
  };
}

/** The plural cases that a language has for whole numbers as they occur here. */
function pluralCases(language: string): string[] {
  const rules = new Intl.PluralRules(language);
  return [...new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)))].sort();
}

/** The cases of each plural; an exact one such as `=0` is nobody's grammar. */
function casesIn(sentence: string): string[][] {
  const plurals = parts(parse(sentence)).filter((each) => each.type === TYPE.plural);
  return plurals.map(({ options }) =>
    Object.keys(options)
      .filter((name) => !name.startsWith('='))
      .sort(),
  );
}

const english: Messages = { ...messages, closed, invite, join, tools };
const areas = Object.keys(english) as (keyof Messages)[];

async function ownSentences(language: Language, area: keyof Messages): Promise<Map<string, string>> {
  if (area === 'closed' || area === 'invite' || area === 'join' || area === 'tools') {
    return sentences(((await loadLateWords(area, language)) as Messages)[area]);
  }
  return sentences((await loadWords(language)).messages[area]);
}

describe.each(languageCodes)('%s', (language) => {
  it('is had from its own chunk', async () => {
    expect((await loadWords(language)).language).toBe(language);
  });

  it.each(areas)('has exactly the keys of English in %s', async (area) => {
    expect([...(await ownSentences(language, area)).keys()].sort()).toEqual(
      [...sentences(english[area]).keys()].sort(),
    );
  });

  it.each(areas)('fills in what English fills in, in %s', async (area) => {
    const originals = sentences(english[area]);
    for (const [key, sentence] of await ownSentences(language, area)) {
      const [own, original] = [placeholders(sentence), placeholders(originals.get(key) ?? '')];
      expect(own.filled, key).toEqual(original.filled);
      // Not every language tells the same cases apart.
      expect(original.selected, key).toEqual(expect.arrayContaining(own.selected));
    }
  });

  it.each(areas)('has the plural cases of its grammar in %s', async (area) => {
    for (const [key, sentence] of await ownSentences(language, area)) {
      for (const cases of casesIn(sentence)) expect(cases, key).toEqual(pluralCases(language));
    }
  });
});
