import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { ClosedOffer } from '@/lib/brand/schemas';

type OfferChoiceProps = { offers: readonly ClosedOffer[]; chosen: ClosedOffer; onChoose: (offer: ClosedOffer) => void };

/** A message or a time, where both are offered. */
export function OfferChoice({ offers, chosen, onChoose }: OfferChoiceProps) {
  const t = useTranslations('closed.offer');
  const name = useId();
  return (
    <div role="radiogroup" aria-label={t('label')} className="flex gap-1 rounded-control bg-sunken p-1">
      {offers.map((offer) => (
        <label
          key={offer}
          className="grid min-h-11 flex-1 cursor-pointer place-items-center rounded-[0.5rem] px-2 text-center text-sm
            font-semibold text-ink-soft has-checked:bg-surface has-checked:text-ink has-checked:shadow-card
            has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            checked={offer === chosen}
            onChange={() => onChoose(offer)}
            className="sr-only"
          />
          {t(offer)}
        </label>
      ))}
    </div>
  );
}
