import { KeyRound } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { plainDigits } from '@/lib/call/plain-digits';
import type { CallView } from '@/lib/call/use-call';

type PinPromptProps = { view: CallView; isOptional: boolean; isRejected: boolean };

/** The node asks for a PIN; after a wrong one it asks again. */
export function PinPrompt({ view, isOptional, isRejected }: PinPromptProps) {
  const t = useTranslations('panel.pin');
  const panel = useTranslations('panel');
  const [pin, setPin] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const refused = isRejected ? t('wrong') : undefined;
  // Written in groups on invitations; only the digits are the PIN.
  const digits = plainDigits(pin).replaceAll(/\D/g, '');

  function submit(event: FormEvent) {
    event.preventDefault();
    if (digits) view.session.enterPin(digits);
    else setIsMissing(true);
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-1 flex-col justify-center gap-4 p-6">
      <KeyRound aria-hidden="true" className="size-8 text-accent" strokeWidth={1.5} />
      <h2 className="font-display text-2xl font-medium tracking-tight">{t('title')}</h2>
      <TextField
        label={t('label')}
        name="pin"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={24}
        data-view-focus
        value={pin}
        onChange={(event) => setPin(event.target.value)}
        hint={t('hint')}
        error={isMissing && !digits ? t('missing') : refused}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit">{t('submit')}</Button>
        {isOptional && (
          <Button variant="secondary" onClick={() => view.session.enterPin(null)}>
            {t('joinAsGuest')}
          </Button>
        )}
        <Button variant="quiet" onClick={() => view.session.leave()}>
          {panel('cancel')}
        </Button>
      </div>
    </form>
  );
}
