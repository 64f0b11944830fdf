import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { endWarning, knownIn, newsBetween, type CallNews } from '@/lib/call/call-news';
import type { Conference } from '@/lib/call/conference';
import type { CallView } from '@/lib/call/use-call';
import { useNow } from '@/lib/call/use-now';
import type { InCallState } from './use-commands';

const SHOWN_MS = 5_000;

/** The newest of what happened in the call. */
export interface Told {
  /** Counts from 1; 0 before there is any. */
  number: number;
  line: string;
  /** Told a moment ago. */
  isFresh: boolean;
  isChat: boolean;
  /** What the call itself knows nothing of. */
  tell: (news: CallNews[]) => void;
}

interface Before {
  state: InCallState;
  leftMs: number | null;
  known: Conference | null;
}

/** Looks while rendering, so that no state of the call is passed over. */
export function useNews(view: CallView, state: InCallState): Told {
  const sentenceFor = useSentence();
  const now = useNow(view.skewMs);
  const leftMs = now !== null && view.meeting ? view.meeting.validUntilMs - now : null;
  // Nothing before: who comes in the last minutes is told so.
  const [before, setBefore] = useState<Before>({ state, leftMs: null, known: knownIn(state, null) });
  const [{ number, news }, setTold] = useState<{ number: number; news: CallNews[] }>({ number: 0, news: [] });
  const tell = (news: CallNews[]) => setTold((told) => ({ number: told.number + 1, news }));
  if (before.state !== state || before.leftMs !== leftMs) {
    setBefore({ state, leftMs, known: knownIn(state, before.known) });
    const warning = endWarning(before.leftMs, leftMs);
    const next = [...newsBetween(before.state, state, before.known), ...(warning ? [warning] : [])];
    if (next.length > 0) tell(next);
  }

  const [old, setOld] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setOld(number), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [number]);
  return {
    number,
    line: news.map(sentenceFor).join(' '),
    isFresh: number > old,
    isChat: news.every((each) => 'text' in each),
    tell,
  };
}

function useSentence() {
  const t = useTranslations('announcements.news');
  const chat = useTranslations('chat');
  const people = useTranslations('people');
  return (news: CallNews): string => {
    const name = 'name' in news ? news.name || people('unnamed') : '';
    switch (news.say) {
      case 'wrote':
        return chat('received', { name, text: news.text });
      case 'wroteToYou':
        return chat('receivedPrivate', { name, text: news.text });
      case 'endsIn':
        return t(news.say, { minutes: news.minutes });
      default:
        return t(news.say, { name });
    }
  };
}
