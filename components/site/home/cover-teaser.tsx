import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { Card } from '@/components/ui/card';
import { CoverSpot } from '../art/cover-spots';
import { PLANS } from '../cover/plans';
import { PageSection } from '../page-section';

export function CoverTeaser() {
  return (
    <PageSection
      title="Built for salt air, spring tides and old slate"
      lead="We insure what people in harbour towns own, and we know what the weather does to it."
    >
      <ul className="grid gap-6 md:grid-cols-3">
        {PLANS.map((plan) => (
          <li key={plan.kind}>
            <Card className="group relative flex h-full flex-col overflow-hidden transition-colors hover:border-ink-soft">
              <CoverSpot kind={plan.kind} className="w-full bg-art-hill-far" />
              <div className="flex grow flex-col p-6">
                <h3 className="font-display text-2xl font-medium">
                  {/* The link's own box covers the card, so that all of it can be pressed. */}
                  <Link href={`/cover#${plan.kind}`} className="after:absolute after:inset-0 after:rounded-card">
                    {plan.name}
                  </Link>
                </h3>
                <p className="mt-2 grow text-[0.9375rem] leading-relaxed text-ink-soft">{plan.summary}</p>
                <p className="mt-6 flex items-center justify-between text-[0.9375rem] font-semibold">
                  From {plan.fromPerMonth} a month
                  <ArrowRight
                    aria-hidden="true"
                    className="size-5 text-accent transition-transform group-hover:translate-x-1"
                    strokeWidth={1.75}
                  />
                </p>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
