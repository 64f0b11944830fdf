import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { LocalMedia } from '@/lib/call/media';

/** How loud the microphone is. Moves by itself: React draws it once and not twenty times a second. */
export function LevelMeter({ media, className = '' }: { media: LocalMedia; className?: string }) {
  const t = useTranslations('devices');
  const ref = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      media.listen(({ level }) => {
        ref.current?.setAttribute('aria-valuenow', String(Math.round(level * 100)));
        ref.current?.style.setProperty('--level', level.toFixed(2));
      }),
    [media],
  );
  return (
    <div
      ref={ref}
      role="meter"
      aria-label={t('settings.level')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
      className={`h-1.5 overflow-hidden rounded-full bg-line ${className}`}
    >
      <div className="size-full origin-left scale-x-[var(--level,0)] rounded-full bg-good transition-transform duration-75 rtl:origin-right" />
    </div>
  );
}
