import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { Conference } from '@/lib/call/conference';
import type { HostControls } from '@/lib/call/host-controls';
import { waitingSound } from '@/lib/call/kept-choices';
import { DialOut, type DialDraft } from './dial-out';
import { KeptCheck } from './kept-check';

type HostToolsProps = DialDraft & { conference: Conference; actions: HostControls };

/** What hosts do about the call as a whole. */
export function HostTools({ conference, actions, dialDraft, onDialDraft }: HostToolsProps) {
  const t = useTranslations('tools.host');
  const id = useId();
  const { areGuestsMuted, isLocked } = conference;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 border-t border-line pt-3">
      <h4 id={id} className="text-sm font-semibold">
        {t('title')}
      </h4>
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" size="small" onClick={() => actions.setGuestsMuted(!areGuestsMuted)}>
          {t(areGuestsMuted ? 'unmuteGuests' : 'muteGuests')}
        </Button>
        <Button variant="secondary" size="small" onClick={() => actions.setLocked(!isLocked)}>
          {t(isLocked ? 'unlock' : 'lock')}
        </Button>
      </div>
      <DialOut dialOut={actions.dialOut} {...{ dialDraft, onDialDraft }} />
      <KeptCheck label={t('sound')} choice={waitingSound} />
    </section>
  );
}
