import { Maximize2, Mic, MicOff, PhoneOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { CallView } from '@/lib/call/use-call';
import type { Commands } from './use-commands';

type SmallControlsProps = { view: CallView; commands: Commands; onRestore: () => void };

const small = 'grid size-11 place-items-center rounded-full text-ink transition-colors duration-150 hover:bg-sunken';

/** In the small bar there is room for symbols only; their names are there for whoever cannot see them. */
export function SmallControls({ view, commands, onRestore }: SmallControlsProps) {
  const t = useTranslations('call');
  const MicrophoneIcon = commands.isHeard ? Mic : MicOff;
  const muteLabel = t(commands.microphoneLabel);
  const isPending = view.devices.microphone.status === 'starting';
  return (
    <div className="flex items-center justify-between px-2 py-1.5">
      <button
        type="button"
        aria-label={muteLabel}
        title={muteLabel}
        aria-disabled={isPending || undefined}
        onClick={isPending ? undefined : commands.toggleMicrophone}
        className={`${small} aria-disabled:opacity-55`}
      >
        <MicrophoneIcon aria-hidden="true" className="size-5" strokeWidth={1.75} />
      </button>
      <button
        type="button"
        onClick={onRestore}
        data-view-focus
        className={`${small} w-auto grid-flow-col gap-1.5 px-3 text-sm font-semibold`}
      >
        <Maximize2 aria-hidden="true" className="size-4" />
        {t('open')}
      </button>
      <button
        type="button"
        aria-label={t('leave')}
        title={t('leave')}
        onClick={() => view.session.leave()}
        className={`${small} bg-danger text-on-danger hover:bg-danger-strong`}
      >
        <PhoneOff aria-hidden="true" className="size-5" strokeWidth={1.75} />
      </button>
    </div>
  );
}
