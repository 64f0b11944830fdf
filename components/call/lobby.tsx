import { UserRound } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { CallView } from '@/lib/call/use-call';
import type { CallWords } from './call-words';
import { DeviceControls } from './device-controls';
import { DeviceNotice } from './device-notice';
import { SelfPicture } from './video-picture';

/** The API takes names up to this length. */
const NAME_MAX_LENGTH = 80;

/** Before the call: who you are, how you look and sound, Join. */
export function Lobby({ view, words }: { view: CallView; words: CallWords }) {
  const [name, setName] = useState(view.displayName);
  const [isMissing, setIsMissing] = useState(false);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const displayName = name.trim();
    setIsMissing(!displayName);
    if (displayName) void view.session.join(displayName);
    else event.currentTarget.querySelector<HTMLInputElement>('input[name=name]')?.focus();
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4 p-5">
      <div>
        <h2 tabIndex={-1} data-view-focus className="font-display text-2xl font-medium tracking-tight outline-none">
          {words.lobbyTitle}
        </h2>
        <p className="mt-1 text-sm text-ink-soft">{words.lobbyLead}</p>
      </div>
      <Preview view={view} />
      <div className="-mt-1">
        <div className="flex justify-center gap-3">
          <DeviceControls view={view} />
        </div>
        <DeviceNotice devices={view.devices} isInCall={false} />
      </div>
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        maxLength={NAME_MAX_LENGTH}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={isMissing && !name.trim() ? 'Please tell us your name.' : undefined}
      />
      <Button type="submit" size="large" className="w-full">
        {words.join}
      </Button>
    </form>
  );
}

function Preview({ view }: { view: CallView }) {
  const { preview, camera } = view.devices;
  return (
    <div className="relative aspect-video overflow-hidden rounded-card bg-stage text-on-stage-soft">
      {preview ? (
        <SelfPicture stream={preview} className="absolute inset-0 size-full" />
      ) : (
        <div className="absolute inset-0 flex flex-col items-center justify-center gap-2 text-sm">
          <UserRound aria-hidden="true" className="size-10" strokeWidth={1.25} />
          {camera.status === 'starting' ? 'Starting your camera…' : 'Your camera is off'}
        </div>
      )}
    </div>
  );
}
