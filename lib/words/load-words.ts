import type { Language } from './languages';
import type { Translation } from './messages';

/** One language's messages, as they travel from the server or in a chunk of their own. Null is English, which is everywhere. */
export interface Words {
  language: Language;
  translation: Translation | null;
}

// Spelled out, so that the bundler makes one chunk of each.
const loaders: Record<Exclude<Language, 'en'>, () => Promise<{ messages: Translation }>> = {
  nb: () => import('@/messages/nb'),
  de: () => import('@/messages/de'),
  fr: () => import('@/messages/fr'),
  es: () => import('@/messages/es'),
  ar: () => import('@/messages/ar'),
};

export const englishWords: Words = { language: 'en', translation: null };

/** The words of a language; English when they cannot be had, for a call in English is better than none. */
export async function loadWords(language: Language): Promise<Words> {
  if (language === 'en') return englishWords;
  try {
    return { language, translation: (await loaders[language]()).messages };
  } catch {
    return englishWords; // offline, or a new release has replaced the file
  }
}
