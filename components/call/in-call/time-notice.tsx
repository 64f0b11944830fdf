import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { END_WARNING_MS } from '@/lib/call/call-clock';
import type { CallView } from '@/lib/call/use-call';
import { useNow } from '@/lib/call/use-now';

const EXTENSION_MIN = 15;
const LAST_MINUTE_MS = 60 * 1000;
const RESULT_SHOWN_MS = 6_000;

type Refusal = 'refused' | 'over' | 'notAllowed' | 'failed';
type Extending = 'idle' | 'asking' | 'extended' | Refusal;

/** A line from five minutes before the end on; hosts move the end from here. For ears the news says when it is near. */
export function TimeNotice({ view }: { view: CallView }) {
  const t = useTranslations('time');
  const format = useFormatter();
  const now = useNow(view.skewMs);
  const { extending, extend } = useExtending(view.session);
  const { meeting } = view;
  const endsAtMs = meeting?.validUntilMs ?? Infinity;
  const isNear = now !== null && endsAtMs - now <= END_WARNING_MS;
  const isOver = extending !== 'idle' && extending !== 'asking';
  const time = Number.isFinite(endsAtMs) ? format.dateTime(endsAtMs, { hour: 'numeric', minute: '2-digit' }) : '';
  const isLastMinute = now !== null && endsAtMs - now <= LAST_MINUTE_MS;
  return (
    <>
      {isNear && (
        <div
          className={`flex flex-wrap items-center justify-center gap-x-4 gap-y-1 px-4 py-1.5 text-center text-sm font-medium ${
            isLastMinute ? 'bg-danger-soft text-danger' : 'bg-warn-soft text-warn'
          }`}
        >
          <p>{t(isLastMinute ? 'endsInAMinute' : 'endsAt', { time })}</p>
          {meeting?.role === 'host' && (
            <Button variant="secondary" size="small" busy={extending === 'asking'} onClick={() => void extend()}>
              {t('extend', { minutes: EXTENSION_MIN })}
            </Button>
          )}
        </div>
      )}
      <p
        role="status"
        className={`px-4 py-1.5 text-center text-sm font-medium empty:hidden ${
          extending === 'extended' ? 'bg-good-soft text-good' : 'bg-danger-soft text-danger'
        }`}
      >
        {isOver && t(extending, { time })}
      </p>
    </>
  );
}

function useExtending(session: CallView['session']) {
  const [extending, setExtending] = useState<Extending>('idle');

  useEffect(() => {
    if (extending === 'idle' || extending === 'asking') return;
    const timer = setTimeout(() => setExtending('idle'), RESULT_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [extending]);

  async function extend() {
    setExtending('asking');
    const answer = await session.extend(EXTENSION_MIN * 60 * 1000);
    if (answer?.ok) return setExtending('extended');
    const refusals: Partial<Record<string, Refusal>> = {
      refused: 'refused',
      ended: 'over',
      cancelled: 'over',
      'not-allowed': 'notAllowed',
    };
    setExtending(refusals[answer?.failure ?? ''] ?? 'failed');
  }

  return { extending, extend };
}
