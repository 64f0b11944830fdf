import { SignalHigh, SignalLow, SignalMedium } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { LinkQuality } from '@/lib/call/link-quality';

const icons = { good: SignalHigh, weak: SignalMedium, bad: SignalLow };
const tones = {
  good: 'bg-stage/80 text-on-stage',
  weak: 'bg-warn-soft text-warn',
  bad: 'bg-danger-soft text-danger',
};

type NetworkSignProps = { quality: LinkQuality; isOpen: boolean; onToggle: () => void };

/** How well the connection is; says it aloud in words only when it is not. Pressing shows the figures. */
export function NetworkSign({ quality, isOpen, onToggle }: NetworkSignProps) {
  const t = useTranslations('call.network');
  const Icon = icons[quality];
  return (
    <button
      type="button"
      aria-label={t(quality)}
      title={t(quality)}
      aria-expanded={isOpen}
      onClick={onToggle}
      // The chip is small, and what a finger finds is not.
      className={`relative inline-flex h-6 items-center gap-1.5 rounded-full px-2 text-xs font-semibold after:absolute
        after:-inset-2.5 ${tones[quality]}`}
    >
      <Icon aria-hidden="true" className="size-4" strokeWidth={2.25} />
      {quality !== 'good' && t(quality)}
    </button>
  );
}
