import { PageSection } from '../page-section';

const TIMELINE = [
  { when: 'The same day', what: 'You get a summary of what was said, who is responsible, and your claim number.' },
  { when: 'Within 2 working days', what: 'If someone must come and look, they have rung you with a date.' },
  { when: 'Within 5 working days', what: 'You have our decision, with the sums and the reasons.' },
  { when: 'The day after you agree', what: 'The money is on its way, or the repairer has our order.' },
];

export function AfterTheCall() {
  return (
    <PageSection
      title="After the call"
      lead="If we miss one of these dates, tell us: it goes to the manager of claims."
      sunken
    >
      <ol className="border-l-2 border-line">
        {TIMELINE.map((entry) => (
          <li
            key={entry.when}
            className="relative grid gap-1 pb-8 pl-7 before:absolute before:top-1.5 before:-left-[7px] before:size-3
              before:rounded-full before:bg-accent last:pb-0 sm:grid-cols-[14rem_1fr] sm:gap-6"
          >
            <span className="font-semibold">{entry.when}</span>
            <span className="max-w-xl text-[0.9375rem] leading-relaxed text-ink-soft">{entry.what}</span>
          </li>
        ))}
      </ol>
    </PageSection>
  );
}
