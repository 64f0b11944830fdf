import { useId, type ReactNode } from 'react';

type SectionProps = { title: string; note?: ReactNode; id?: string; children: ReactNode };

/** One part of the page under its heading. */
export function Section({ title, note, id, children }: SectionProps) {
  const ownId = useId();
  const headingId = `${id ?? ownId}-heading`;
  return (
    // Links and "try again" lead here; the header that stays on top must not cover the heading.
    <section id={id} aria-labelledby={headingId} className="mt-10 scroll-mt-28 lg:scroll-mt-20">
      <h2 id={headingId} tabIndex={-1} className="text-lg font-semibold tracking-tight outline-none">
        {title}
      </h2>
      {note && <p className="mt-1 max-w-3xl text-[0.9375rem] text-ink-soft">{note}</p>}
      <div className="mt-3">{children}</div>
    </section>
  );
}
