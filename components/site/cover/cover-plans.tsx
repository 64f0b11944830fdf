import { Check } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { CoverSpot } from '../art/cover-spots';
import { TalkButton } from '../talk-button';
import { PLANS } from './plans';

export function CoverPlans() {
  return (
    <section aria-label="Kinds of cover" className="mx-auto w-full max-w-6xl px-5 py-16 sm:px-8 sm:py-20">
      <ul className="grid gap-6 md:grid-cols-3">
        {PLANS.map((plan) => (
          <li key={plan.kind} id={plan.kind} className="scroll-mt-6">
            <Card className="flex h-full flex-col overflow-hidden">
              <CoverSpot kind={plan.kind} className="w-full bg-art-hill-far" />
              <div className="flex grow flex-col p-6">
                <h2 className="font-display text-[1.75rem] leading-tight font-medium">{plan.name}</h2>
                <p className="mt-2 text-[0.9375rem] leading-relaxed text-ink-soft">{plan.summary}</p>
                <p className="mt-5">
                  <span className="font-display text-[2rem] leading-none font-medium">{plan.fromPerMonth}</span>
                  <span className="ml-2 text-[0.9375rem] text-ink-soft">a month and up</span>
                </p>
                <ul className="mt-5 mb-8 grow space-y-2.5 text-[0.9375rem]">
                  {plan.includes.map((item) => (
                    <li key={item} className="flex gap-2.5">
                      <Check aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-accent" strokeWidth={2} />
                      {item}
                    </li>
                  ))}
                </ul>
                <TalkButton variant={plan.kind === 'both' ? 'primary' : 'secondary'} className="w-full">
                  Get a price face to face
                </TalkButton>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}
