import { useEffect, useLayoutEffect, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { fetchTools, useToolsState, type Tools } from './fetch-tools';
import { LateWords } from './late-words';
import { useLanguageAttributes } from './words-provider';

/** By then the call has what it needs of the network. */
const STEADY_MS = 5_000;

/** Fetches the tools before they are wanted: they show how bad a connection is, and then they could not be fetched. */
export function useToolsSoon(isSteady: boolean, isWanted: boolean): void {
  const { lang } = useLanguageAttributes();
  useEffect(() => {
    if (!isSteady && !isWanted) return;
    const timer = setTimeout(() => void fetchTools(lang), isWanted ? 0 : STEADY_MS);
    return () => clearTimeout(timer);
  }, [lang, isSteady, isWanted]);
}

type LateToolProps = {
  /** Shown to whoever did not ask for it: without it there is nothing to say. */
  isUnasked?: boolean;
  children: (tools: Tools) => ReactNode;
};

/** One of the tools; until it is here a quiet line, and if it cannot be had why, and a way to try again. */
export function LateTool({ isUnasked = false, children }: LateToolProps) {
  const t = useTranslations('call.late');
  const endings = useTranslations('endings');
  const { lang } = useLanguageAttributes();
  const state = useToolsState(lang);
  // Before it is painted, or what is opened anew would for a moment say how it went the last time.
  useLayoutEffect(() => void fetchTools(lang), [lang]);
  if (typeof state === 'object') return <LateWords words={state.words}>{children(state)}</LateWords>;
  if (isUnasked) return null;
  const isWaiting = !state || state === 'coming';
  return (
    <div role="status" className="text-sm text-ink-soft">
      {isWaiting ? (
        t('coming')
      ) : (
        <>
          <p className="mb-2">{t(state === 'renewed' ? state : 'failed')}</p>
          <Button
            variant="secondary"
            size="small"
            busy={state === 'again'}
            onClick={() => void fetchTools(lang, 'again')}
          >
            {endings('tryAgain')}
          </Button>
        </>
      )}
    </div>
  );
}
