import { Volume2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { playChime } from '@/lib/call/media/speaker';

/** Plays a chime where the call will be heard. */
export function SpeakerTest() {
  const t = useTranslations('tools.devices');
  const [state, setState] = useState<'idle' | 'playing' | 'failed'>('idle');

  async function play() {
    setState('playing');
    setState((await playChime()) ? 'idle' : 'failed');
  }

  return (
    <div>
      <Button variant="secondary" busy={state === 'playing'} onClick={() => void play()}>
        {state !== 'playing' && <Volume2 aria-hidden="true" className="size-4 rtl:-scale-x-100" />}
        {t(state === 'playing' ? 'testing' : 'test')}
      </Button>
      <p role="status" className="mt-1.5 text-sm text-danger empty:hidden">
        {state === 'failed' && t('testFailed')}
      </p>
    </div>
  );
}
