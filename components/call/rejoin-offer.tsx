import { Button } from '@/components/ui/button';

type RejoinOfferProps = { isLoading: boolean; onRejoin: () => void; onDismiss: () => void };

/** Instead of the button, after a reload during a call that is still on. */
export function RejoinOffer({ isLoading, onRejoin, onDismiss }: RejoinOfferProps) {
  return (
    <section
      aria-label="Your call"
      className="w-72 rounded-card border border-line bg-surface p-4 text-ink shadow-panel transition-[opacity,translate]
        duration-200 ease-settle starting:translate-y-4 starting:opacity-0"
    >
      <p role="status" className="font-semibold">
        Your call is still open
      </p>
      <p className="mt-0.5 text-sm text-ink-soft">You left it when the page was reloaded.</p>
      <div className="mt-3 flex gap-1">
        <Button busy={isLoading} onClick={onRejoin}>
          Rejoin your call
        </Button>
        <Button variant="quiet" onClick={onDismiss}>
          Not now
        </Button>
      </div>
    </section>
  );
}
