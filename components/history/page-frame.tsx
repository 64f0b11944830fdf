import type { ReactNode } from 'react';

type PageFrameProps = { title: string; intro: ReactNode; actions?: ReactNode; children: ReactNode };

/** A page of the history under its heading. */
export function PageFrame({ title, intro, actions, children }: PageFrameProps) {
  return (
    <main className="mx-auto w-full max-w-6xl px-4 pt-5 pb-24 sm:px-6">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          <p className="mt-1 max-w-2xl text-[0.9375rem] text-ink-soft">{intro}</p>
        </div>
        {actions}
      </div>
      {children}
    </main>
  );
}
