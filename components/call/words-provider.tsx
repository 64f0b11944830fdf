'use client';

import type { ReactNode } from 'react';
import { IntlProvider, useLocale } from 'use-intl';
import { useIsHydrated } from '@/lib/call/use-is-hydrated';
import { languageFrom, localeFor } from '@/lib/words/language-from';
import { languages } from '@/lib/words/languages';
import type { Words } from '@/lib/words/load-words';

/** Gives the call panel and the join page their words, and dates and times as the visitor writes them. */
export function WordsProvider({ words, children }: { words: Words; children: ReactNode }) {
  const { language, messages } = words;
  // The server knows neither the visitor's time zone nor how the browser writes dates: nothing dated is drawn by it.
  const isHydrated = useIsHydrated();
  return (
    <IntlProvider
      locale={localeFor(language, isHydrated ? navigator.languages : [])}
      timeZone={isHydrated ? Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC'}
      messages={messages}
    >
      {children}
    </IntlProvider>
  );
}

/** `lang` and `dir` for the outermost element of what is shown in these words. */
export function useLanguageAttributes() {
  const language = languageFrom([useLocale()]);
  return { lang: language, dir: languages[language].direction };
}
