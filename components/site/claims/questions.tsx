import { ChevronDown } from 'lucide-react';
import { PageSection } from '../page-section';

const QUESTIONS = [
  {
    question: 'Do I need to install anything?',
    answer: 'No. The call runs in the browser you are reading this in, on a computer, a tablet or a telephone.',
  },
  {
    question: 'Is the call recorded?',
    answer:
      'No. With your leave the claims handler may take still pictures of the damage; you are asked each time, and they are kept with your claim.',
  },
  {
    question: 'Can my builder or a relative join?',
    answer:
      'Yes. In the call, choose “Invite” and send them the link. It works for this call only and stops working when the call’s time is over.',
  },
  {
    question: 'My connection at the mooring is poor.',
    answer:
      'Turn your own camera off and keep the sound; often that is enough. If the call drops, the page offers to join again, and your claims handler waits.',
  },
  {
    question: 'What if I do not agree with the decision?',
    answer:
      'Ask for a second look. Somebody who has not seen the claim before reviews it within ten working days and talks to you face to face.',
  },
];

export function Questions() {
  return (
    <PageSection title="Questions people ask">
      <div className="max-w-3xl divide-y divide-line border-y border-line">
        {QUESTIONS.map(({ question, answer }) => (
          <details key={question} className="group">
            <summary className="flex min-h-14 cursor-pointer list-none items-center justify-between gap-6 py-4 font-medium [&::-webkit-details-marker]:hidden">
              {question}
              <ChevronDown
                aria-hidden="true"
                className="size-5 shrink-0 text-accent transition-transform group-open:rotate-180"
                strokeWidth={1.75}
              />
            </summary>
            <p className="max-w-2xl pb-5 text-[0.9375rem] leading-relaxed text-ink-soft">{answer}</p>
          </details>
        ))}
      </div>
    </PageSection>
  );
}
