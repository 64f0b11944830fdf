import { useRef, useState, type FormEvent } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { BrandResponse } from '@/lib/brand/schemas';
import { LONGEST_EMAIL, LONGEST_NAME, LONGEST_PHONE, LONGEST_TEXT } from '@/lib/visitor-messages/schemas';
import type { MessageField } from './check-message';
import { OfferChoice } from './offer-choice';
import { SlotField } from './slot-field';
import { slotsByDay, stillOffered } from './slots';
import type { useMessage } from './use-message';

type MessageFormProps = { brand: BrandResponse; message: ReturnType<typeof useMessage> };

/** Instead of a call, while nobody is there. Nothing that was typed is lost before it has arrived. */
export function MessageForm({ brand, message }: MessageFormProps) {
  const t = useTranslations('closed');
  const form = useRef<HTMLFormElement>(null);
  const zone = useTimeZone() ?? 'UTC';
  const [days] = useState(() => slotsByDay(brand.openings, Date.parse(brand.serverTime), zone));
  const { wrong, state, change } = message;
  const draft = { ...message.draft, wantedAtMs: stillOffered(days, message.draft.wantedAtMs) };
  // Without a time to offer, asking for one is a message.
  const offers = brand.whenClosed.filter((offer) => offer === 'message' || days.length > 0);
  const [chosen, setChosen] = useState(draft.wantedAtMs !== null && offers.includes('slot') ? 'slot' : offers[0]);
  const offer = chosen ?? 'message';
  const isSlot = offer === 'slot';
  const error = (field: MessageField) => {
    const what = wrong[field];
    return what && (what === 'refused' ? t(`wrong.refused.${field}`) : t(`wrong.${what}`));
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (state === 'sending') return;
    const isWrong = await message.submit(draft, isSlot);
    // Once React has marked the fields.
    if (isWrong) requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  }

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      {offers.length > 1 && <OfferChoice offers={offers} chosen={offer} onChoose={setChosen} />}
      {isSlot && (
        <SlotField
          days={days}
          wantedAtMs={draft.wantedAtMs}
          onChoose={(wantedAtMs) => change({ wantedAtMs })}
          error={error('wantedAt')}
        />
      )}
      <TextField
        label={t('name')}
        name="name"
        autoComplete="name"
        maxLength={LONGEST_NAME}
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
        error={error('name')}
      />
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="email"
        maxLength={LONGEST_EMAIL}
        value={draft.email}
        onChange={(event) => change({ email: event.target.value })}
        error={error('email')}
      />
      <TextField
        label={t('phone')}
        name="phone"
        type="tel"
        autoComplete="tel"
        maxLength={LONGEST_PHONE}
        value={draft.phone}
        onChange={(event) => change({ phone: event.target.value })}
        error={error('phone')}
      />
      <TextArea
        label={t(isSlot ? 'textOptional' : 'text')}
        name="text"
        rows={3}
        maxLength={LONGEST_TEXT}
        value={draft.text}
        onChange={(event) => change({ text: event.target.value })}
        error={error('text')}
      />
      <p role="alert" className="rounded-control bg-danger-soft px-3.5 py-2.5 text-sm text-ink empty:hidden">
        {state !== 'writing' && state !== 'sending' && state !== 'sent' && t(`problem.${state}`)}
      </p>
      <Button type="submit" size="large" busy={state === 'sending'}>
        {t(state === 'sending' ? 'sending' : isSlot ? 'ask' : 'send')}
      </Button>
    </form>
  );
}
