import { outcomeWords, type Tone } from './connection-words';

const TONES: Record<Tone, string> = {
  good: 'bg-good-soft text-good',
  bad: 'bg-danger-soft text-danger',
  calm: 'bg-sunken text-ink-soft',
};

/** What an answer amounts to, in a word. */
export function OutcomeBadge({ outcome }: { outcome: string }) {
  const { words, tone } = outcomeWords(outcome);
  return (
    <span
      className={`inline-block shrink-0 rounded-full px-2.5 py-0.5 text-[0.8125rem] font-medium whitespace-nowrap ${TONES[tone]}`}
    >
      {words}
    </span>
  );
}
