'use client';

import { useState } from 'react';
import { send } from '@/components/ui/send';
import { BrandResponse } from '@/lib/brand/schemas';
import { planToGoOn } from '@/lib/call/call-plan';
import type { RejoinMemory } from '@/lib/call/rejoin-memory';
import { languageFrom } from '@/lib/words/language-from';
import type { Language } from '@/lib/words/languages';
import { loadWords, type Words } from '@/lib/words/load-words';
import { BrandLogo } from './brand-logo';
import type { ClosedPanel, ClosedWords } from './closed/closed-panel';
import { FloatingPanel } from './floating-panel';
import { useCallWords } from './use-call-words';
import { WordsProvider } from './words-provider';

/** Whoever wants to talk does not wait for the opening hours for longer. */
const BRAND_TIMEOUT_MS = 2_000;

/** What the panel needs besides its code. Here, so that a page carries nothing of it before the click. */
export async function loadPanel(pageLanguage: string): Promise<Omit<CornerPanelProps, 'rejoin' | 'onClose'>> {
  const language = languageFrom([pageLanguage]);
  const [words, desk] = await Promise.all([loadWords(language), askDesk(language)]);
  return { words, ...desk };
}

/** Whether somebody is there now, and what to show where nobody is. */
async function askDesk(language: Language, cache?: RequestCache): Promise<Pick<CornerPanelProps, 'brand' | 'closed'>> {
  const answer = await send('/api/brand', BrandResponse, { timeoutMs: BRAND_TIMEOUT_MS, cache });
  const brand = answer.ok ? answer.value : null;
  if (brand?.isOpen !== false) return { brand, closed: null };
  const { ClosedPanel, loadClosedWords } = await import('./closed/closed-panel');
  return { brand, closed: { Panel: ClosedPanel, words: await loadClosedWords(language) } };
}

export type CornerPanelProps = {
  words: Words;
  /** Null where our site did not say: then it is open. */
  brand: BrandResponse | null;
  /** The form for a message, where nobody is there. */
  closed: { Panel: typeof ClosedPanel; words: ClosedWords } | null;
  rejoin: RejoinMemory | null;
  onClose: () => void;
};

/** The site's panel: the call or, while nobody is there, the form for a message. Loaded at the click. */
export function CornerPanel({ words, rejoin, onClose, ...atTheClick }: CornerPanelProps) {
  const [{ brand, closed }, setDesk] = useState(atTheClick);
  const [isClosed, setIsClosed] = useState(closed !== null && rejoin === null);
  const [wasCalled, setWasCalled] = useState(false);

  /** The hours may have ended during the call. What cannot be asked or fetched keeps nobody from calling. */
  async function mayCallAgain(): Promise<boolean> {
    // A short call may end while what the page was told at its beginning is still in the browser's cache.
    const desk = await askDesk(words.language, 'no-store').catch(() => null);
    if (!desk?.closed) return true;
    setDesk(desk);
    setIsClosed(true);
    setWasCalled(true); // the call that was to be rejoined is over
    return false;
  }

  const corner = brand?.place === 'start' ? 'bottom-start' : 'bottom-end';
  return (
    <WordsProvider words={words}>
      <BrandLogo value={brand?.logoUrl ?? null}>
        {isClosed && brand && closed ? (
          <closed.Panel {...{ brand, corner, onClose }} words={closed.words} onCall={() => setIsClosed(false)} />
        ) : (
          <SitePanel rejoin={wasCalled ? null : rejoin} corner={corner} onClose={onClose} mayCallAgain={mayCallAgain} />
        )}
      </BrandLogo>
    </WordsProvider>
  );
}

type SitePanelProps = Pick<CornerPanelProps, 'rejoin' | 'onClose'> & {
  corner: 'bottom-start' | 'bottom-end';
  mayCallAgain: () => Promise<boolean>;
};

/** Makes a meeting when the visitor joins, or goes back into the one remembered. */
function SitePanel({ rejoin, corner, onClose, mayCallAgain }: SitePanelProps) {
  const words = useCallWords('site');
  const plan = {
    meeting: null,
    ...(rejoin ? planToGoOn(rejoin) : { displayName: '' }),
    joinsAtOnce: rejoin !== null,
    isRemembered: true,
  };
  return <FloatingPanel {...{ plan, words, corner, onClose, mayCallAgain }} />;
}
