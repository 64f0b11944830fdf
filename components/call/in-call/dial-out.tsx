import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { dialDestination } from '@/lib/call/dial-destination';
import type { HostControls } from '@/lib/call/host-controls';

type Dialling = { state: 'invalid' } | { state: 'calling' | 'called' | 'failed'; to: string } | null;

export type DialDraft = {
  /** What is typed so far; kept by who shows this, for the role may go and come back. */
  dialDraft: string;
  onDialDraft: (draft: string) => void;
};

/** Calls a telephone or a room system in, and says what came of it. */
export function DialOut({ dialOut, dialDraft, onDialDraft }: DialDraft & Pick<HostControls, 'dialOut'>) {
  const t = useTranslations('tools.dial');
  const [dialling, setDialling] = useState<Dialling>(null);
  const form = useRef<HTMLFormElement>(null);
  // What came of it stands at the lower end of a list that scrolls.
  useEffect(() => {
    if (dialling) form.current?.scrollIntoView({ block: 'nearest' });
  }, [dialling]);
  const isCalling = dialling?.state === 'calling';

  async function call(event: FormEvent) {
    event.preventDefault();
    if (isCalling) return;
    const destination = dialDestination(dialDraft);
    if (!destination) return setDialling({ state: 'invalid' });
    const to = dialDraft.trim();
    setDialling({ state: 'calling', to });
    const wasCalled = await dialOut(destination.to, destination.protocol);
    setDialling({ state: wasCalled ? 'called' : 'failed', to });
    if (wasCalled) onDialDraft('');
  }

  return (
    <form ref={form} onSubmit={(event) => void call(event)} noValidate>
      <TextField
        label={t('label')}
        hint={t('hint')}
        dir="ltr"
        autoComplete="off"
        inputMode="email"
        maxLength={250}
        value={dialDraft}
        onChange={(event) => onDialDraft(event.target.value)}
        error={dialling?.state === 'invalid' ? t('invalid') : undefined}
      />
      <div className="mt-2 flex items-center gap-3">
        <Button type="submit" variant="secondary" size="small" busy={isCalling}>
          {t('call')}
        </Button>
        <p role="status" className={`text-sm ${dialling?.state === 'failed' ? 'text-danger' : 'text-ink-soft'}`}>
          {dialling && dialling.state !== 'invalid' && t(dialling.state, { to: dialling.to })}
        </p>
      </div>
    </form>
  );
}
