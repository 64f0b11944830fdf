import { CircleAlert, Hourglass, PhoneOff } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { endWords, type EndReason } from '@/lib/call/end-reasons';
import { failureWords, type CallFailure } from '@/lib/call/failures';
import type { CallView } from '@/lib/call/use-call';
import type { CallWords } from './call-words';

type OutcomeProps = {
  view: CallView;
  words: CallWords;
  outcome: { phase: 'ended'; reason: EndReason } | { phase: 'failed'; failure: CallFailure };
  onClose?: () => void;
};

/** After the call, or instead of it: why in words, and what one can do next. */
export function Outcome({ view, words, outcome, onClose }: OutcomeProps) {
  const { title, advice } = outcome.phase === 'ended' ? endWords(outcome.reason) : failureWords(outcome.failure);
  const Icon = outcome.phase === 'failed' ? CircleAlert : outcome.reason === 'time-up' ? Hourglass : PhoneOff;
  return (
    <div className="flex min-h-72 flex-1 flex-col items-center justify-center gap-4 p-8 text-center">
      <span className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent">
        <Icon aria-hidden="true" className="size-6" strokeWidth={1.75} />
      </span>
      <div>
        <h2 tabIndex={-1} data-view-focus className="font-display text-2xl font-medium tracking-tight outline-none">
          {title}
        </h2>
        <p className="mx-auto mt-1.5 max-w-xs text-sm leading-relaxed text-ink-soft text-balance">{advice}</p>
      </div>
      <div className="mt-1 flex flex-wrap justify-center gap-2">
        <NextStep view={view} words={words} outcome={outcome} />
        {onClose && (
          <Button variant="quiet" onClick={onClose}>
            Close
          </Button>
        )}
      </div>
    </div>
  );
}

function NextStep({ view, words, outcome }: Omit<OutcomeProps, 'onClose'>) {
  const { session } = view;
  if (outcome.phase === 'failed') {
    const isNameWrong = outcome.failure === 'invalid-name';
    if (isNameWrong) return <Button onClick={() => session.startOver()}>Change the name</Button>;
    if (failureWords(outcome.failure).canRetry) return <Button onClick={() => session.rejoin()}>Try again</Button>;
  } else if (endWords(outcome.reason).canRejoin && view.meeting) {
    return <Button onClick={() => session.rejoin()}>Rejoin the call</Button>;
  }
  return words.callAgain ? <Button onClick={() => session.startOver()}>{words.callAgain}</Button> : null;
}
