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
  const { session } = view;
  const which = elsewhere && (session.canGoOnWith(elsewhere) ? 'same' : 'other');
  async function take() {
    setIsTaking(true);
    setIsSilent(!(await session.bringHere()));
    setIsTaking(false);
  }
  return (
    <>
      {/* Always there, or its words stayed unheard. */}
      <p role="status" className={isSilent && !which ? 'px-5 pt-5 text-sm' : 'sr-only'}>
        {which ? `${t(`${which}.title`)} ${t(`${which}.lead`)}` : isSilent && t('silent')}
      </p>
      {which ? (
        <PanelMessage icon={PictureInPicture2} title={t(`${which}.title`)} lead={t(`${which}.lead`)}>
          <div className="mt-1 flex flex-wrap justify-center gap-2">
            <Button busy={isTaking} onClick={() => void take()}>
              {t(`${which}.take`)}
            </Button>
            <Button variant="quiet" onClick={leaveThere}>
              {t('leaveThere')}
            </Button>
          </div>
        </PanelMessage>
      ) : (
        children
      )}
    </>
  );
}
