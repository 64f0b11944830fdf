import { describe, expect, it } from 'vitest';
import { languageFrom, localeFor, tagsFromHeader } from './language-from';

describe('the language', () => {
  it.each([
    [['de'], 'de'],
    [['de-CH'], 'de'],
    [['DE_at'], 'de'],
    [['no'], 'nb'],
    [['nn-NO'], 'nb'],
    [['nb-NO'], 'nb'],
    [['ar-EG'], 'ar'],
    [['fr-CA', 'en'], 'fr'],
    [['sv-SE', 'es-419'], 'es'],
    [['en-GB', 'de'], 'en'],
    [['*'], 'en'],
    [['den'], 'en'],
    [['constructor'], 'en'],
    [[''], 'en'],
    [[], 'en'],
  ] as const)('for %j is %s', (tags, language) => {
    expect(languageFrom(tags)).toBe(language);
  });
});

describe('an Accept-Language header', () => {
  it.each([
    ['de-CH', ['de-CH']],
    ['sv, nn-NO;q=0.8, en;q=0.9', ['sv', 'en', 'nn-NO']],
    ['fr;q=0, es', ['es']],
    ['de;q=often, ar;Q=0.1', ['ar']],
    ['a,,b', ['a', 'b']],
    ['', []],
    [null, []],
  ])('%s asks for %j', (header, tags) => {
    expect(tagsFromHeader(header)).toEqual(tags);
  });
});

describe('the locale of dates and numbers', () => {
  const hour = new Date('2026-01-01T15:30:00Z');
  const written = (locale: string) =>
    new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(hour);

  it('is the visitor’s own kind of the language', () => {
    expect(written(localeFor('en', ['nb-NO', 'en-GB']))).toBe('15:30');
    expect(written(localeFor('en', ['en-US']))).toMatch(/3:30\sPM/);
  });

  it('is the language’s own for a visitor who does not ask for it', () => {
    expect(written(localeFor('de', ['en-US']))).toBe('15:30');
  });

  it('has the digits of the countdown, in Arabic too', () => {
    expect(new Intl.NumberFormat(localeFor('ar', ['ar-EG'])).format(42)).toBe('42');
    expect(new Intl.NumberFormat(localeFor('ar', [])).format(42)).toBe('42');
  });

  it('survives a tag that is none', () => {
    expect(localeFor('en', ['en-!'])).toBe('en');
  });
});
