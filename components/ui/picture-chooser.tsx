'use client';

import { ImageUp, Trash2 } from 'lucide-react';
import { useRef, useState, type ChangeEvent, type ReactNode } from 'react';
import { Button } from './button';
import type { Answer } from './send';

type PictureChooserProps<T> = {
  /** What it is in the words of the buttons: "logo", "picture". */
  noun: string;
  /** What the file is for: the name of the field. */
  label: string;
  hasPicture: boolean;
  /** Keeps a new one. */
  put: (file: File) => Promise<Answer<T>>;
  remove: () => Promise<Answer<T>>;
  onChange: (kept: T) => void;
  /** Between the buttons and what became of them. */
  hint?: ReactNode;
};

/** Chooses, changes and removes a picture; each is done at once, and said. */
export function PictureChooser<T>({ noun, label, hasPicture, put, remove, onChange, hint }: PictureChooserProps<T>) {
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [message, setMessage] = useState<{ text: string; isError: boolean } | null>(null);
  const Noun = noun.charAt(0).toUpperCase() + noun.slice(1);

  async function change(work: () => Promise<Answer<T>>, done: string) {
    if (isBusy) return;
    setIsBusy(true);
    setMessage(null);
    const answer = await work();
    setIsBusy(false);
    setMessage(answer.ok ? { text: done, isError: false } : { text: answer.message, isError: true });
    if (answer.ok) onChange(answer.value);
  }

  function upload(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    // Emptied, so that choosing the same file again is a change again.
    event.target.value = '';
    if (file) void change(() => put(file), `${Noun} saved.`);
  }

  return (
    <>
      <div className="mt-3 flex flex-wrap gap-2">
        <input
          ref={input}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          aria-label={label}
          className="hidden"
          onChange={upload}
        />
        <Button variant="secondary" busy={isBusy} onClick={() => input.current?.click()}>
          <ImageUp aria-hidden="true" className="size-5" strokeWidth={1.75} />
          {hasPicture ? `Change ${noun}` : `Choose ${noun}`}
        </Button>
        {hasPicture && (
          <Button variant="quiet" busy={isBusy} onClick={() => void change(remove, `${Noun} removed.`)}>
            <Trash2 aria-hidden="true" className="size-5" strokeWidth={1.75} />
            Remove {noun}
          </Button>
        )}
      </div>
      {hint}
      <p role="status" className={`mt-1 text-sm ${message?.isError ? 'text-danger' : 'text-ink-soft'}`}>
        {message?.text}
      </p>
    </>
  );
}
