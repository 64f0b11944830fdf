import type { Language } from './languages';
import type { CallMessages, LateMessages } from './messages';

/** The words of the call in one language, as they travel from the server or in a chunk of their own, and others with them. */
export interface Words {
  language: Language;
  messages: CallMessages & Partial<LateMessages>;
}

// Spelled out, so that the bundler makes one chunk of each.
const loaders: Record<Language, () => Promise<{ messages: CallMessages }>> = {
  en: () => import('@/messages/en'),
  nb: () => import('@/messages/nb'),
  de: () => import('@/messages/de'),
  fr: () => import('@/messages/fr'),
  es: () => import('@/messages/es'),
  ar: () => import('@/messages/ar'),
};

/**
 * The words of a language; English where a new release has replaced their file and not the English one, for a call in
 * English is better than none. Throws when neither can be had.
 */
export async function loadWords(language: Language): Promise<Words> {
  try {
    return { language, messages: (await loaders[language]()).messages };
  } catch {
    return { language: 'en', messages: (await loaders.en()).messages };
  }
}
