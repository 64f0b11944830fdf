'use client';

import { useState } from 'react';
import { PictureChooser } from '@/components/ui/picture-chooser';
import { deleteLogo, putLogo } from './brand-api';

type LogoFieldProps = { initialId: string | null; companyName: string };

/** The logo as it is kept; a new one is taken at once. */
export function LogoField({ initialId, companyName }: LogoFieldProps) {
  const [src, setSrc] = useState(initialId && `/api/brand/logo?v=${initialId}`);
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold">Logo</legend>
      <p className="mt-1 text-sm text-ink-soft">
        PNG, JPEG or WebP, up to 2 MB; shown 36 pixels high in place of your name. It is saved at once.
      </p>
      {src && (
        // Not next/image: a small PNG already, and that would write style attributes.
        // eslint-disable-next-line @next/next/no-img-element
        <img
          src={src}
          alt={`Logo of ${companyName}`}
          className="mt-3 h-9 w-auto max-w-36 rounded bg-canvas object-contain"
        />
      )}
      <PictureChooser
        noun="logo"
        label="Logo file"
        hasPicture={Boolean(src)}
        put={putLogo}
        remove={deleteLogo}
        onChange={({ logoUrl }) => setSrc(logoUrl)}
      />
    </fieldset>
  );
}
