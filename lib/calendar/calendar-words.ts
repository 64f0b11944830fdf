import { createTranslator } from 'use-intl/core';
import arabic from '@/messages/ar/calendar.json';
import german from '@/messages/de/calendar.json';
import english from '@/messages/en/calendar.json';
import spanish from '@/messages/es/calendar.json';
import french from '@/messages/fr/calendar.json';
import norwegian from '@/messages/nb/calendar.json';
import { languageFrom, localeFor } from '@/lib/words/language-from';
import type { Language } from '@/lib/words/languages';

/** By language; English stands in for those that are not here. Apart from the panel's, which would have to carry them. */
const TRANSLATIONS: Partial<Record<Language, typeof english>> = {
  en: english,
  nb: norwegian,
  de: german,
  fr: french,
  es: spanish,
  ar: arabic,
};

/** The words of a calendar entry, in the language that fits these tags best, with its dates in that time zone. */
export function calendarWords(tags: readonly string[], timeZone: string) {
  const wanted = languageFrom(tags);
  const messages = TRANSLATIONS[wanted];
  const language = messages ? wanted : 'en';
  const locale = localeFor(language, tags);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return {
    language,
    say: createTranslator({ locale, messages: messages ?? english }),
    moment: (at: Date) => dates.format(at),
  };
}
