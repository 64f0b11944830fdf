import { Button } from '@/components/ui/button';
import type { CornerWords } from './corner';

type RejoinOfferProps = { words: CornerWords; isLoading: boolean; onRejoin: () => void; onDismiss: () => void };

/** Instead of the button, after a reload during a call that is still on. */
export function RejoinOffer({ words, isLoading, onRejoin, onDismiss }: RejoinOfferProps) {
  return (
    <section
      aria-label={words.rejoinName}
      className="w-72 rounded-card border border-line bg-surface p-4 text-ink shadow-panel transition-[opacity,translate]
        duration-200 ease-settle starting:translate-y-4 starting:opacity-0"
    >
      <p className="font-semibold">{words.rejoinTitle}</p>
      <p className="mt-0.5 text-sm text-ink-soft">{words.rejoinLead}</p>
      <div className="mt-3 flex gap-1">
        <Button busy={isLoading} onClick={onRejoin}>
          {words.rejoin}
        </Button>
        <Button variant="quiet" onClick={onDismiss}>
          {words.notNow}
        </Button>
      </div>
    </section>
  );
}
