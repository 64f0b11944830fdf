import type { Tone } from './webhook-words';

const TONES: Record<Tone, string> = {
  good: 'bg-good-soft text-good',
  bad: 'bg-danger-soft text-danger',
  calm: 'bg-sunken text-ink-soft',
};

/** How something went, in a word. */
export function StateBadge({ words, tone }: { words: string; tone: Tone }) {
  return (
    <span
      className={`inline-block shrink-0 rounded-full px-2.5 py-0.5 text-[0.8125rem] font-medium whitespace-nowrap ${TONES[tone]}`}
    >
      {words}
    </span>
  );
}
