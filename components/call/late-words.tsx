import { useMemo, type ReactNode } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';
import type { LateMessages } from '@/lib/words/messages';

/** Adds words that came with the code which says them. */
export function LateWords({ words, children }: { words: Partial<LateMessages>; children: ReactNode }) {
  const messages = useMessages();
  const all = useMemo(() => ({ ...messages, ...words }), [messages, words]);
  return (
    <IntlProvider locale={useLocale()} messages={all}>
      {children}
    </IntlProvider>
  );
}
