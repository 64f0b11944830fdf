import type { Language } from './languages';
import { loadWords, type Words } from './load-words';
import type { LateMessages } from './messages';

type Loaders<Area extends keyof LateMessages> = Record<Language, () => Promise<{ default: LateMessages[Area] }>>;

// Spelled out, so that the bundler makes one chunk of each.
const loaders: { [Area in keyof LateMessages]: Loaders<Area> } = {
  closed: {
    en: () => import('@/messages/en/closed.json'),
    nb: () => import('@/messages/nb/closed.json'),
    de: () => import('@/messages/de/closed.json'),
    fr: () => import('@/messages/fr/closed.json'),
    es: () => import('@/messages/es/closed.json'),
    ar: () => import('@/messages/ar/closed.json'),
  },
  invite: {
    en: () => import('@/messages/en/invite.json'),
    nb: () => import('@/messages/nb/invite.json'),
    de: () => import('@/messages/de/invite.json'),
    fr: () => import('@/messages/fr/invite.json'),
    es: () => import('@/messages/es/invite.json'),
    ar: () => import('@/messages/ar/invite.json'),
  },
  join: {
    en: () => import('@/messages/en/join.json'),
    nb: () => import('@/messages/nb/join.json'),
    de: () => import('@/messages/de/join.json'),
    fr: () => import('@/messages/fr/join.json'),
    es: () => import('@/messages/es/join.json'),
    ar: () => import('@/messages/ar/join.json'),
  },
  tools: {
    en: () => import('@/messages/en/tools.json'),
    nb: () => import('@/messages/nb/tools.json'),
    de: () => import('@/messages/de/tools.json'),
    fr: () => import('@/messages/fr/tools.json'),
    es: () => import('@/messages/es/tools.json'),
    ar: () => import('@/messages/ar/tools.json'),
  },
};

/**
 * The words of what is said beside the call; English where the file of a language is gone, as in load-words.ts. Throws when
 * neither can be had.
 */
export async function loadLateWords<Area extends keyof LateMessages>(
  area: Area,
  language: Language,
): Promise<Pick<LateMessages, Area>> {
  const { default: words } = await loaders[area][language]().catch(loaders[area].en);
  return { [area]: words } as Pick<LateMessages, Area>;
}

/** The words of the call with those of the page around it. */
export type JoinWords = Words & { messages: Pick<LateMessages, 'join'> };

/** All that the join page says. Throws when it cannot be had. */
export async function loadJoinWords(language: Language): Promise<JoinWords> {
  const words = await loadWords(language);
  return { ...words, messages: { ...words.messages, ...(await loadLateWords('join', words.language)) } };
}
