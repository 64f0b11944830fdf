import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { MISHAPS } from '../claims/mishaps';
import { PageSection } from '../page-section';

const FACTS = [
  { figure: '9 in 10', text: 'claims agreed on the first call or within five working days' },
  { figure: '£0', text: 'excess on your boat when the same storm has already hit your home' },
  { figure: '1894', text: 'the year forty-one boat owners of Penmarrow began insuring each other' },
];

export function WhenItHappens() {
  return (
    <PageSection title="If something has happened, start here">
      <ul className="grid border-t border-line md:grid-cols-2 md:gap-x-10">
        {MISHAPS.map((mishap) => (
          <li key={mishap.id} className="border-b border-line">
            <Link
              href={`/claims#${mishap.id}`}
              className="group flex min-h-16 items-center justify-between gap-4 py-4 text-[1.0625rem] font-medium hover:text-accent"
            >
              {mishap.title}
              <ArrowRight
                aria-hidden="true"
                className="size-5 shrink-0 text-accent transition-transform group-hover:translate-x-1"
                strokeWidth={1.75}
              />
            </Link>
          </li>
        ))}
      </ul>
      <dl className="mt-16 grid gap-8 sm:grid-cols-3 sm:gap-10">
        {FACTS.map((fact) => (
          <div key={fact.figure} className="flex flex-col-reverse justify-end">
            <dt className="mt-2 max-w-56 text-[0.9375rem] leading-relaxed text-ink-soft">{fact.text}</dt>
            <dd className="font-display text-[2.75rem] leading-none font-medium tracking-[-0.02em]">{fact.figure}</dd>
          </div>
        ))}
      </dl>
    </PageSection>
  );
}
