'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { LeaveWarning } from './leave-warning';
import type { SavingState } from './use-settings-form';

type SettingsFormProps = {
  title: string;
  intro: string;
  /** Above the form: what bears on all of it. */
  note?: ReactNode;
  /** Below the form. */
  after?: ReactNode;
  state: SavingState;
  isDirty: boolean;
  onSave: () => Promise<unknown>;
  children: ReactNode;
};

/** A page of settings that are saved together. */
export function SettingsForm({ title, intro, note, after, state, isDirty, onSave, children }: SettingsFormProps) {
  const element = useRef<HTMLFormElement>(null);

  // The first field with an error takes the focus, so that keyboard and screen reader are where the words are.
  useEffect(() => {
    if (state.kind !== 'failed') return;
    element.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid] input')?.focus();
  }, [state]);

  return (
    <main className="mx-auto w-full max-w-6xl px-4 pt-6 pb-24 sm:px-6 sm:pt-8">
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-1.5 max-w-prose leading-relaxed text-ink-soft">{intro}</p>
      {note}
      <form
        ref={element}
        noValidate
        // What takes the focus must not come to lie under the header or the bar for saving.
        className="mt-8 [&_input]:scroll-my-32 [&_select]:scroll-my-32"
        onSubmit={(event) => {
          event.preventDefault();
          void onSave();
        }}
      >
        {children}
      </form>
      {after}
      <LeaveWarning isDirty={isDirty} />
    </main>
  );
}
