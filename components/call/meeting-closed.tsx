import { CalendarX2, Hourglass, KeyRound, Link2Off, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { buttonClasses } from '@/components/ui/button';
import { MeetingCard } from './meeting-card';

export type ClosedBecause =
  'ended' | 'cancelled' | 'invitation-required' | 'invitation-withdrawn' | 'invitation-unknown';

const symbols: Record<ClosedBecause, LucideIcon> = {
  ended: Hourglass,
  cancelled: CalendarX2,
  'invitation-required': KeyRound,
  'invitation-withdrawn': Link2Off,
  'invitation-unknown': Link2Off,
};

/** Why nobody gets in here any more, or not by this link, and what to do about it. */
export function MeetingClosed({ because }: { because: ClosedBecause }) {
  const t = useTranslations('endings');
  return (
    <MeetingCard icon={symbols[because]} title={t(`failed.${because}.title`)}>
      <p>{t(`failed.${because}.advice`)}</p>
      <Link href="/" className={buttonClasses('secondary', 'medium', 'mt-6')}>
        {t('toWebsite')}
      </Link>
    </MeetingCard>
  );
}
