import { PictureInPicture2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { CallView } from '@/lib/call/use-call';
import { useElsewhere } from '@/lib/call/use-elsewhere';

/** While a call is on in another tab of this browser: the offer to bring it here, in place of what is otherwise shown. */
export function Elsewhere({ view, children }: { view: CallView; children: ReactNode }) {
  const t = useTranslations('staying.elsewhere');
  const { elsewhere, leaveThere } = useElsewhere(view);
  const [isTaking, setIsTaking] = useState(false);
  if (!elsewhere) return children;

  const { session } = view;
  const which = session.canGoOnWith(elsewhere) ? 'same' : 'other';
  async function take() {
    setIsTaking(true);
    await session.bringHere();
    setIsTaking(false);
  }
  return (
    <div className="flex min-h-72 flex-1 flex-col items-center justify-center gap-4 p-8 text-center">
      <span className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent">
        <PictureInPicture2 aria-hidden="true" className="size-6" strokeWidth={1.75} />
      </span>
      <div role="status">
        <h2 tabIndex={-1} data-view-focus className="font-display text-2xl font-medium tracking-tight outline-none">
          {t(`${which}.title`)}
        </h2>
        <p className="mx-auto mt-1.5 max-w-xs text-sm leading-relaxed text-balance text-ink-soft">
          {t(`${which}.lead`)}
        </p>
      </div>
      <div className="mt-1 flex flex-wrap justify-center gap-2">
        <Button busy={isTaking} onClick={() => void take()}>
          {t(`${which}.take`)}
        </Button>
        <Button variant="quiet" onClick={leaveThere}>
          {t('leaveThere')}
        </Button>
      </div>
    </div>
  );
}
