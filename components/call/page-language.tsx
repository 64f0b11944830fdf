'use client';

import { useEffect } from 'react';
import { languages, type Language } from '@/lib/words/languages';

/** Goes on with what the server wrote into the page: a link to another language, or to an English page, loads no new one. */
export function PageLanguage({ language }: { language: Language }) {
  useEffect(() => {
    declare(language);
    return () => declare('en');
  }, [language]);
  return null;
}

function declare(language: Language): void {
  Object.assign(document.documentElement, { lang: language, dir: languages[language].direction });
}
