import { PageSection } from '../page-section';

const STEPS = [
  {
    title: 'Make it safe',
    text: 'People first, then the building or the boat. Do what stops it getting worse; you need not ask us before.',
  },
  {
    title: 'Call us and show us',
    text: 'Press “Talk to us” in the corner. Walk your camera around the damage while a claims handler looks and asks.',
  },
  {
    title: 'Agree what happens next',
    text: 'Small claims are often settled on the call. For larger ones you get a name, a date, and the next step in writing.',
  },
];

export function ClaimSteps() {
  return (
    <PageSection title="Three steps">
      <ol className="grid gap-10 md:grid-cols-3">
        {STEPS.map((step, index) => (
          <li key={step.title} className="border-t-2 border-accent pt-5">
            <span aria-hidden="true" className="font-display text-lg text-accent">
              {index + 1}
            </span>
            <h3 className="mt-1 font-display text-2xl font-medium">{step.title}</h3>
            <p className="mt-2 text-[0.9375rem] leading-relaxed text-ink-soft">{step.text}</p>
          </li>
        ))}
      </ol>
    </PageSection>
  );
}
