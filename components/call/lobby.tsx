import { ChevronDown, Settings2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { CallView } from '@/lib/call/use-call';
import { DeviceControls } from './device-controls';
import { MicrophoneHint } from './device-hint';
import { LevelMeter } from './device-level';
import { DeviceNotice } from './device-notice';
import { LateTool } from './late-tools';
import { LobbyPreview } from './lobby-preview';
import type { CallWords } from './use-call-words';

/** The API takes names up to this length. */
const NAME_MAX_LENGTH = 80;

/** Before the call: who you are, how you look and sound, Join. */
export function Lobby({ view, words }: { view: CallView; words: CallWords }) {
  const t = useTranslations('lobby');
  const [name, setName] = useState(view.displayName);
  const [isMissing, setIsMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { session, devices } = view;

  /** `prepare` says whether to go on. */
  async function enter(prepare: () => boolean | Promise<boolean>) {
    const displayName = name.trim();
    setIsMissing(!displayName);
    if (!displayName) return form.current?.querySelector<HTMLInputElement>('input[name=name]')?.focus();
    if (await prepare()) await session.join(displayName);
  }

  function withNothing() {
    session.media.close();
    return true;
  }

  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void enter(() => true);
      }}
      noValidate
      className="group/lobby flex flex-col gap-4 p-5"
    >
      <div>
        <h2 tabIndex={-1} data-view-focus className="font-display text-2xl font-medium tracking-tight outline-none">
          {words.lobbyTitle}
        </h2>
        <p className="mt-1 text-sm text-ink-soft">{words.lobbyLead}</p>
      </div>
      <LobbyPreview view={view} />
      <div className="-mt-1">
        <div className="flex justify-center gap-3">
          <DeviceControls view={view} />
        </div>
        {devices.microphone.status === 'on' && <LevelMeter media={session.media} className="mx-auto mt-2 w-32" />}
        <DeviceNotice devices={devices} isInCall={false} />
        <MicrophoneHint view={view} className="mt-3 empty:hidden" />
      </div>
      <Settings view={view} />
      <TextField
        label={t('name')}
        name="name"
        autoComplete="name"
        maxLength={NAME_MAX_LENGTH}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={isMissing && !name.trim() ? t('nameMissing') : undefined}
      />
      <div className="flex flex-col gap-1">
        <Button type="submit" size="large" className="w-full">
          {words.join}
        </Button>
        <div className="flex flex-wrap justify-center gap-x-2">
          <Button variant="quiet" onClick={() => void enter(session.withSoundOnly)} className="text-accent">
            {t('soundOnly')}
          </Button>
          <Button variant="quiet" onClick={() => void enter(withNothing)} className="text-accent">
            {t('watchOnly')}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** Folded away, for most have one camera and one microphone; fetched by those who look. */
function Settings({ view }: { view: CallView }) {
  const t = useTranslations('devices.settings');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      data-focus-area
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      className="group rounded-control border border-line"
    >
      <summary
        data-area-focus
        className="flex min-h-11 cursor-pointer list-none items-center gap-2.5 rounded-control px-3.5 text-sm font-semibold"
      >
        <Settings2 aria-hidden="true" className="size-4 flex-none text-ink-soft" />
        <span className="flex-1">{t('title')}</span>
        <ChevronDown
          aria-hidden="true"
          className="size-4 flex-none text-ink-soft transition-transform group-open:rotate-180"
        />
      </summary>
      {isOpen && (
        <div className="border-t border-line p-3.5">
          <LateTool>{({ DeviceSettings }) => <DeviceSettings view={view} />}</LateTool>
        </div>
      )}
    </details>
  );
}
