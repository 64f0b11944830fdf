import { Check } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { PageSection } from '../page-section';

const ESSENTIALS = ['Your name and postcode', 'Roughly when it happened', 'A telephone or tablet you can carry about'];

const HELPFUL = [
  'Policy number, if it is to hand',
  'Photographs from before, and of what has been moved since',
  'Receipts, or the make and age of what was damaged',
  'Police reference, for theft or vandalism',
  'For a boat: name, berth, and the harbour master’s report',
  'A builder’s or boatyard’s estimate, if you have one',
];

export function HaveReady() {
  return (
    <PageSection
      title="What to have ready for the call"
      lead="Do not wait until you have found everything. The first list is enough to begin."
      sunken
    >
      <div className="grid gap-6 lg:grid-cols-[1fr_1.5fr]">
        <ReadyList title="Enough to begin" items={ESSENTIALS} />
        <ReadyList title="Good to have" items={HELPFUL} columns />
      </div>
      <p className="mt-6 max-w-2xl text-[0.9375rem] leading-relaxed text-ink-soft">
        No camera, or not dressed for one? Join with it off, or ring: the claims handler is the same.
      </p>
    </PageSection>
  );
}

function ReadyList({ title, items, columns = false }: { title: string; items: string[]; columns?: boolean }) {
  return (
    <Card className="p-6 sm:p-8">
      <h3 className="font-display text-xl font-medium">{title}</h3>
      <ul className={`mt-4 grid gap-x-8 gap-y-3 text-[0.9375rem] leading-snug ${columns ? 'sm:grid-cols-2' : ''}`}>
        {items.map((item) => (
          <li key={item} className="flex gap-2.5">
            <Check aria-hidden="true" className="size-4.5 shrink-0 text-accent" strokeWidth={2} />
            {item}
          </li>
        ))}
      </ul>
    </Card>
  );
}
