'use client';

import { ImageUp, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { deleteLogo, putLogo } from './brand-api';

type LogoFieldProps = { initialId: string | null; companyName: string };

/** The logo as it is kept; a new one is taken at once. */
export function LogoField({ initialId, companyName }: LogoFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [src, setSrc] = useState(initialId && `/api/brand/logo?v=${initialId}`);
  const [isBusy, setIsBusy] = useState(false);
  const [message, setMessage] = useState<{ text: string; isError: boolean } | null>(null);

  async function change(work: () => ReturnType<typeof putLogo>, done: string) {
    if (isBusy) return;
    setIsBusy(true);
    setMessage(null);
    const answer = await work();
    setIsBusy(false);
    setMessage(answer.ok ? { text: done, isError: false } : { text: answer.message, isError: true });
    if (answer.ok) setSrc(answer.value.logoUrl);
  }

  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold">Logo</legend>
      <p className="mt-1 text-sm text-ink-soft">
        PNG, JPEG or WebP, up to 2 MB; shown 36 pixels high in place of your name. It is saved at once.
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {/* Not next/image: a small PNG already, and that would write style attributes. */}
        {src && (
          // eslint-disable-next-line @next/next/no-img-element
          <img
            src={src}
            alt={`Logo of ${companyName}`}
            className="h-9 w-auto max-w-36 rounded bg-canvas object-contain"
          />
        )}
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          aria-label="Logo file"
          className="hidden"
          onChange={(event) => {
            const file = event.target.files?.[0];
            // Emptied, so that choosing the same file again is a change again.
            event.target.value = '';
            if (file) void change(() => putLogo(file), 'Logo saved.');
          }}
        />
        <Button variant="secondary" busy={isBusy} onClick={() => input.current?.click()}>
          <ImageUp aria-hidden="true" className="size-5" strokeWidth={1.75} />
          {src ? 'Change logo' : 'Choose logo'}
        </Button>
        {src && (
          <Button variant="quiet" busy={isBusy} onClick={() => void change(deleteLogo, 'Logo removed.')}>
            <Trash2 aria-hidden="true" className="size-5" strokeWidth={1.75} />
            Remove
          </Button>
        )}
      </div>
      <p role="status" className={`mt-1 text-sm ${message?.isError ? 'text-danger' : 'text-ink-soft'}`}>
        {message?.text}
      </p>
    </fieldset>
  );
}
