import type { ReactNode } from 'react';

type DeskNoticeProps = { title: string; children: ReactNode; actions: ReactNode };

/** Stands where a page of the desk would: why there is none, and ways on. */
export function DeskNotice({ title, children, actions }: DeskNoticeProps) {
  return (
    <main className="mx-auto w-full max-w-6xl px-4 pt-6 pb-24 sm:px-6 sm:pt-8">
      <div className="rounded-card border border-dashed border-line bg-surface px-6 py-14 text-center">
        <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
        <p className="mx-auto mt-2 max-w-md text-[0.9375rem] leading-relaxed text-ink-soft">{children}</p>
        <div className="mt-6 flex flex-wrap justify-center gap-3">{actions}</div>
      </div>
    </main>
  );
}
