'use client';

import { ImageUp, Trash2 } from 'lucide-react';
import { useRef, useState, type ChangeEvent } from 'react';
import { Button } from '@/components/ui/button';
import { AvatarPicture } from './avatar-picture';
import { deletePicture, putPicture } from './device-api';
import { shrinkPicture } from './shrink-picture';

type PictureFieldProps = {
  /** Whose picture: what a roster writes beside it. */
  name: string;
  /** The device's or agent's address in our API. */
  path: string;
  avatarId: string | null;
  onChange: (avatarId: string | null) => void;
};

/** Shows a picture as it is kept and as a roster shows it; a new one is taken at once. */
export function PictureField({ name, path, avatarId, onChange }: PictureFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [message, setMessage] = useState<{ text: string; isError: boolean } | null>(null);
  const src = avatarId && `${path}/picture?v=${avatarId}`;

  async function change(work: () => ReturnType<typeof putPicture>, done: string) {
    if (isBusy) return;
    setIsBusy(true);
    setMessage(null);
    const answer = await work();
    setIsBusy(false);
    setMessage(answer.ok ? { text: done, isError: false } : { text: answer.message, isError: true });
    if (answer.ok) onChange(answer.value.avatarId);
  }

  function upload(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    // Emptied, so that choosing the same file again is a change again.
    event.target.value = '';
    if (file) void change(async () => putPicture(path, await shrinkPicture(file)), 'Picture saved.');
  }

  return (
    <fieldset>
      <legend className="text-sm font-semibold">Picture</legend>
      <div className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-4">
        <AvatarPicture name={name} src={src} className="size-28 rounded-control text-2xl" />
        <div className="flex min-w-0 items-center gap-3 rounded-control bg-stage px-3.5 py-2.5 text-on-stage">
          <AvatarPicture name={name} src={src} className="size-10 rounded-full" />
          <span className="min-w-0">
            <span className="block max-w-44 truncate text-sm font-medium">{name || 'Without a name'}</span>
            <span className="block text-xs text-on-stage-soft">as a roster shows it</span>
          </span>
        </div>
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <input
          ref={input}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          aria-label={`Picture of ${name}`}
          className="hidden"
          onChange={upload}
        />
        <Button variant="secondary" busy={isBusy} onClick={() => input.current?.click()}>
          <ImageUp aria-hidden="true" className="size-5" strokeWidth={1.75} />
          {avatarId ? 'Change picture' : 'Choose picture'}
        </Button>
        {avatarId && (
          <Button
            variant="quiet"
            busy={isBusy}
            onClick={() => void change(() => deletePicture(path), 'Picture removed.')}
          >
            <Trash2 aria-hidden="true" className="size-5" strokeWidth={1.75} />
            Remove picture
          </Button>
        )}
      </div>
      <p className="mt-2 text-sm text-ink-soft">
        JPEG, PNG or WebP. Rosters show the middle of it, mostly in a circle.
      </p>
      <p role="status" className={`mt-1 text-sm ${message?.isError ? 'text-danger' : 'text-ink-soft'}`}>
        {message?.text}
      </p>
    </fieldset>
  );
}
