import { MicOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useMicrophoneHint } from '@/lib/call/media/use-hearing';
import type { CallView } from '@/lib/call/use-call';

/** Tells who speaks while muted, and whose microphone gives nothing. The live region is always there, as the notice's is. */
export function MicrophoneHint({ view, className = '' }: { view: CallView; className?: string }) {
  const t = useTranslations('devices');
  const hint = useMicrophoneHint(view.session.media, view.devices.microphone.status !== 'on');
  return (
    <div role="status" className={className}>
      {hint && (
        <p className="flex items-center gap-2.5 rounded-control bg-warn-soft px-3.5 py-2.5 text-sm text-ink">
          <MicOff aria-hidden="true" className="size-4 flex-none text-warn" />
          {t(`hint.${hint}`)}
        </p>
      )}
    </div>
  );
}
