import type { ReactNode } from 'react';
import { ContourLines } from './art/contour-lines';

/** The head of an inner page: what it is about, on the land's contour lines. */
export function PageHead({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="relative overflow-hidden border-b border-line">
      <ContourLines className="absolute inset-y-0 right-0 hidden h-full w-[46%] xl:block" />
      <div className="relative mx-auto w-full max-w-6xl px-5 pt-14 pb-14 sm:px-8 sm:pt-20 sm:pb-18">
        <h1 className="max-w-2xl font-display text-[min(2.5rem,13vw)] leading-[1.08] font-medium tracking-[-0.02em] text-balance sm:text-[3.25rem]">
          {title}
        </h1>
        <div className="mt-5 max-w-xl text-lg leading-relaxed text-ink-soft">{children}</div>
      </div>
    </div>
  );
}

type PageSectionProps = {
  title: string;
  lead?: string;
  id?: string;
  /** On a darker sheet, to set it apart from its neighbours. */
  sunken?: boolean;
  children: ReactNode;
};

/** One part of a page under its own heading. */
export function PageSection({ title, lead, id, sunken = false, children }: PageSectionProps) {
  return (
    <section id={id} className={`scroll-mt-6 ${sunken ? 'border-y border-line bg-sunken' : ''}`}>
      <div className="mx-auto w-full max-w-6xl px-5 py-16 sm:px-8 sm:py-24">
        <h2 className="max-w-2xl font-display text-[1.875rem] leading-[1.15] font-medium tracking-[-0.015em] text-balance sm:text-[2.25rem]">
          {title}
        </h2>
        {lead && <p className="mt-4 max-w-xl text-[1.0625rem] leading-relaxed text-ink-soft">{lead}</p>}
        <div className="mt-10">{children}</div>
      </div>
    </section>
  );
}
