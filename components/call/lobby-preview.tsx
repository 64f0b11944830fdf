import { UserRound } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { CallView } from '@/lib/call/use-call';
import { SelfPicture } from './video-picture';

/** One's own picture; while both devices are off, the one button that asks for both. */
export function LobbyPreview({ view }: { view: CallView }) {
  const t = useTranslations('lobby');
  const { preview, camera, microphone } = view.devices;
  const isNothingOn = camera.status === 'off' && microphone.status === 'off';
  return (
    // Stays in sight beside the settings: one wants to see what a background does.
    <div
      className="relative aspect-video flex-none overflow-hidden rounded-card bg-stage text-on-stage-soft
        group-has-[details[open]]/lobby:sticky group-has-[details[open]]/lobby:top-2
        group-has-[details[open]]/lobby:z-10"
    >
      {preview ? (
        <SelfPicture stream={preview} className="absolute inset-0 size-full" />
      ) : (
        <div className="absolute inset-0 flex flex-col items-center justify-center gap-2 px-4 text-center text-sm">
          {isNothingOn ? (
            <>
              <Button onClick={() => void view.session.turnOnBoth()}>{t('turnOn')}</Button>
              <p className="max-w-xs text-balance">{t('askWhy')}</p>
            </>
          ) : (
            <>
              <UserRound aria-hidden="true" className="size-10" strokeWidth={1.25} />
              {t(camera.status === 'starting' ? 'cameraStarting' : 'cameraOff')}
            </>
          )}
        </div>
      )}
    </div>
  );
}
