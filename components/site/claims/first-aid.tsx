import { TriangleAlert } from 'lucide-react';
import { CLAIMS_PHONE } from '../offices';
import { PageSection } from '../page-section';
import { MISHAPS } from './mishaps';

export function FirstAid() {
  return (
    <PageSection title="What to do right now">
      <p className="flex max-w-3xl gap-3 rounded-card bg-warn-soft p-5 text-[0.9375rem] leading-relaxed">
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-warn" strokeWidth={1.75} />
        <span>
          If anyone is in danger, ring 999 first; at sea ask for the coastguard. Outside our hours the claims line,{' '}
          <a href={CLAIMS_PHONE.href} className="font-semibold whitespace-nowrap underline underline-offset-4">
            {CLAIMS_PHONE.display}
          </a>
          , is answered day and night.
        </span>
      </p>
      <div className="mt-10 grid gap-x-12 gap-y-10 md:grid-cols-2">
        {MISHAPS.map((mishap) => (
          <div key={mishap.id} id={mishap.id} className="scroll-mt-8 border-t border-line pt-5">
            <h3 className="font-display text-[1.375rem] leading-snug font-medium">{mishap.title}</h3>
            <ol className="mt-3 list-decimal space-y-2 pl-5 text-[0.9375rem] leading-relaxed text-ink-soft marker:text-accent">
              {mishap.steps.map((step) => (
                <li key={step} className="pl-1.5">
                  {step}
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </PageSection>
  );
}
