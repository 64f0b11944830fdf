import { Section } from '@/components/connection/section';
import type { RetentionReport } from '@/lib/retention/retention-report';
import { ErasePeople } from './erase-people';
import { PageFrame } from './page-frame';
import { RetentionForm } from './retention-form';

/** How long things are kept, and how somebody's name goes at once. */
export function KeepingPage({ initial }: { initial: RetentionReport }) {
  return (
    <PageFrame
      title="Keeping"
      intro="How long names, reports and meetings are kept, and how to erase a person at once. What was erased cannot be brought back."
    >
      <Section title="How long things are kept">
        <RetentionForm initial={initial} />
      </Section>
      <Section
        title="Erase a person"
        id="erase"
        note="Looks through everybody who was in a call, and names that were given to the site or for a ticket."
      >
        <ErasePeople />
      </Section>
    </PageFrame>
  );
}
