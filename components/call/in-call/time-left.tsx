import { Clock } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { END_WARNING_MS, formatTimeLeft } from '@/lib/call/call-clock';
import { useNow } from '@/lib/call/use-now';

/** What is left of the meeting, counting down. A timer is not read aloud by itself; the announcer warns instead. */
export function TimeLeft({ validUntilMs, skewMs }: { validUntilMs: number; skewMs: number }) {
  const t = useTranslations('time');
  const now = useNow(skewMs);
  if (now === null) return null;
  const leftMs = validUntilMs - now;
  const tone = leftMs <= END_WARNING_MS ? 'bg-warn-soft text-warn' : 'bg-stage/70 text-on-stage';
  return (
    <span
      role="timer"
      className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-1 text-xs font-semibold tabular-nums ${tone}`}
    >
      <Clock aria-hidden="true" className="size-3.5" />
      {t('left', { time: formatTimeLeft(leftMs) })}
    </span>
  );
}
