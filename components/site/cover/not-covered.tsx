import { PageSection } from '../page-section';
import { TalkButton } from '../talk-button';

const EXCLUSIONS = [
  {
    title: 'Wear, rot and rust',
    text: 'A policy pays for what happens, not for what slowly goes. Ask about a survey before you buy.',
  },
  {
    title: 'An empty house, after 60 days',
    text: 'Tell us when a house stands empty for longer. Usually a weekly visit and drained pipes are enough.',
  },
  {
    title: 'A boat left out of season',
    text: 'From November to March a boat on a swing mooring is covered only if we have agreed to it beforehand.',
  },
  {
    title: 'Hire and charter',
    text: 'Letting by the week is a business. We write that too, as a policy of its own.',
  },
];

export function NotCovered() {
  return (
    <PageSection
      title="What none of them covers"
      lead="You should hear this from us now and not from a claims handler later."
    >
      <dl className="grid gap-x-12 gap-y-8 sm:grid-cols-2">
        {EXCLUSIONS.map((exclusion) => (
          <div key={exclusion.title} className="border-t border-line pt-4">
            <dt className="font-semibold">{exclusion.title}</dt>
            <dd className="mt-1.5 max-w-md text-[0.9375rem] leading-relaxed text-ink-soft">{exclusion.text}</dd>
          </div>
        ))}
      </dl>
      <TalkButton variant="secondary" size="large" className="mt-12">
        Ask about your own case
      </TalkButton>
    </PageSection>
  );
}
