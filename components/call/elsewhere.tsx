import { PictureInPicture2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { CallView } from '@/lib/call/use-call';
import { useElsewhere } from '@/lib/call/use-elsewhere';
import { PanelMessage } from './panel-message';

/** While a call is on in another tab of this browser: the offer to bring it here, in place of what is otherwise shown. */
export function Elsewhere({ view, children }: { view: CallView; children: ReactNode }) {
  const t = useTranslations('staying.elsewhere');
  const { elsewhere, leaveThere } = useElsewhere(view);
  const [isTaking, setIsTaking] = useState(false);
  const [isSilent, setIsSilent] = useState(false);
  const silence = (
    <p role="status" className={isSilent ? 'px-5 pt-5 text-sm' : 'sr-only'}>
      {isSilent && t('silent')}
    </p>
  );
  if (!elsewhere) {
    return (
      <>
        {silence}
        {children}
      </>
    );
  }

  const { session } = view;
  const which = session.canGoOnWith(elsewhere) ? 'same' : 'other';
  async function take() {
    setIsTaking(true);
    setIsSilent(!(await session.bringHere()));
    setIsTaking(false);
  }
  return (
    <>
      {silence}
      <PanelMessage icon={PictureInPicture2} title={t(`${which}.title`)} lead={t(`${which}.lead`)} isStatus>
        <div className="mt-1 flex flex-wrap justify-center gap-2">
          <Button busy={isTaking} onClick={() => void take()}>
            {t(`${which}.take`)}
          </Button>
          <Button variant="quiet" onClick={leaveThere}>
            {t('leaveThere')}
          </Button>
        </div>
      </PanelMessage>
    </>
  );
}
