'use client';

import { PictureChooser } from '@/components/ui/picture-chooser';
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
  const src = avatarId && `${path}/picture?v=${avatarId}`;
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
      <PictureChooser
        noun="picture"
        label={`Picture of ${name}`}
        hasPicture={avatarId !== null}
        put={async (file) => putPicture(path, await shrinkPicture(file))}
        remove={() => deletePicture(path)}
        onChange={(kept) => onChange(kept.avatarId)}
        hint={
          <p className="mt-2 text-sm text-ink-soft">
            JPEG, PNG or WebP. Rosters show the middle of it, mostly in a circle.
          </p>
        }
      />
    </fieldset>
  );
}
