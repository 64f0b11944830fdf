import { createTranslator } from 'use-intl/core';
import { expect, it } from 'vitest';
import { languageCodes, type Language } from '@/lib/words/languages';
import { loadLateWords } from '@/lib/words/late-words';
import { loadWords } from '@/lib/words/load-words';

// Whoever speaks to the browser says what is to be seen (WCAG 2.5.3).

/** What is read on a control, and the whole of what it is called. */
const CONTROLS = [
  ['call.bar.more', 'call.bar.moreLabel'],
  ['call.bar.chat', 'call.bar.chatUnread'],
  ['call.open', 'call.openUnread'],
  ['people.admit', 'people.admitName'],
  ['people.refuse', 'people.refuseName'],
  ['people.refuseSure', 'people.refuseSureName'],
  ['invite.personal.withdraw', 'invite.personal.withdrawName'],
] as const;

const NUMBERS = [0, 1, 2, 3, 11, 100];

const saidInACall = async (language: Language) => ({
  ...(await loadWords(language)).messages,
  ...(await loadLateWords('invite', language)),
});

it.each(languageCodes)('what is read on a control is in its name, in %s', async (language) => {
  const t = createTranslator({ locale: language, messages: await saidInACall(language) });
  for (const [label, fullLabel] of CONTROLS) {
    for (const count of NUMBERS) {
      const name = t(fullLabel, { name: 'Dana', count }).toLowerCase();
      expect(name, fullLabel).toContain(t(label).toLowerCase());
    }
  }
});
