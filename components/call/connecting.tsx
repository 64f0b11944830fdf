import { LoaderCircle } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { CallView } from '@/lib/call/use-call';

const steps = { asking: 'opening', dialling: 'calling' } as const;

export function Connecting({ view, step }: { view: CallView; step: keyof typeof steps }) {
  const t = useTranslations('panel');
  return (
    <div className="flex min-h-72 flex-1 flex-col items-center justify-center gap-5 p-8">
      <LoaderCircle aria-hidden="true" className="size-9 animate-spin text-accent" strokeWidth={1.75} />
      <h2 tabIndex={-1} data-view-focus className="font-display text-xl font-medium outline-none">
        {t(steps[step])}
      </h2>
      <Button variant="secondary" onClick={() => view.session.leave()}>
        {t('cancel')}
      </Button>
    </div>
  );
}
