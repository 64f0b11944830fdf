import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { endWarning, newsBetween, type CallNews } from '@/lib/call/call-news';
import type { CallView } from '@/lib/call/use-call';
import { useNow } from '@/lib/call/use-now';
import type { InCallState } from './use-commands';

const SHOWN_MS = 5_000;

type NewsProps = { view: CallView; state: InCallState; isSmall: boolean };
type Told = { number: number; news: CallNews[] };

/** What happens in the call, for a moment on the stage and at once for who listens. Always there, or its first words would be lost. */
export function News({ view, state, isSmall }: NewsProps) {
  const sentenceFor = useSentence();
  const told = useNews(view, state);
  const [hidden, setHidden] = useState(0);

  useEffect(() => {
    const timer = setTimeout(() => setHidden(told.number), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [told.number]);

  // The veil says it already, and larger.
  const isShown = told.number > hidden && !isSmall && state.link === 'steady';
  return (
    <div role="status" className={isShown ? 'pointer-events-none order-last flex w-full justify-center' : 'sr-only'}>
      {/* A new element each time, so that the same words are read again when the same happens again. */}
      {told.news.length > 0 && (
        <p key={told.number} className="rounded-full bg-stage/85 px-3.5 py-1.5 text-sm font-medium text-on-stage">
          {told.news.map(sentenceFor).join(' ')}
        </p>
      )}
    </div>
  );
}

/** The newest, numbered from 1. Looks while rendering, so that no state of the call is passed over. */
function useNews(view: CallView, state: InCallState): Told {
  const now = useNow(view.skewMs);
  const leftMs = now !== null && view.meeting ? view.meeting.validUntilMs - now : null;
  // Nothing before: who comes in the last minutes is told so.
  const [before, setBefore] = useState<{ state: InCallState; leftMs: number | null }>({ state, leftMs: null });
  const [told, setTold] = useState<Told>({ number: 0, news: [] });
  if (before.state !== state || before.leftMs !== leftMs) {
    setBefore({ state, leftMs });
    const warning = endWarning(before.leftMs, leftMs);
    const news = [...newsBetween(before.state, state), ...(warning ? [warning] : [])];
    if (news.length > 0) setTold({ number: told.number + 1, news });
  }
  return told;
}

function useSentence() {
  const t = useTranslations('announcements.news');
  const people = useTranslations('people');
  return (news: CallNews): string => {
    if ('name' in news) return t(news.say, { name: news.name || people('unnamed') });
    return 'minutes' in news ? t(news.say, { minutes: news.minutes }) : t(news.say);
  };
}
