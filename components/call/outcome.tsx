import { CircleAlert, Hourglass, PhoneOff } from 'lucide-react';
import Link from 'next/link';
import { useState, type ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { Button, buttonClasses } from '@/components/ui/button';
import { canRejoin, isOverForGood, type EndReason } from '@/lib/call/end-reasons';
import { canRetry, type CallFailure } from '@/lib/call/failures';
import type { CallView } from '@/lib/call/use-call';
import { hintsFor } from './endings/hints';
import type { Tools } from './fetch-tools';
import { LateTool } from './late-tools';
import { PanelMessage } from './panel-message';
import type { CallWords } from './use-call-words';

type OutcomeProps = {
  view: CallView;
  words: CallWords;
  outcome: { phase: 'ended'; reason: EndReason } | { phase: 'failed'; failure: CallFailure };
  /** Whether it came to a call at all. */
  wasInCall: boolean;
  onClose?: () => void;
  /** Asked before another call is begun, where somebody may not be there any more. */
  mayCallAgain?: () => Promise<boolean>;
};

/** After the call, or instead of it: why in words, and what one can do next. */
export function Outcome({ view, words, outcome, wasInCall, onClose, mayCallAgain }: OutcomeProps) {
  const t = useTranslations('endings');
  const why = outcome.phase === 'ended' ? (`ended.${outcome.reason}` as const) : (`failed.${outcome.failure}` as const);
  const icon = outcome.phase === 'failed' ? CircleAlert : outcome.reason === 'time-up' ? Hourglass : PhoneOff;
  const { meeting } = view;
  return (
    <PanelMessage icon={icon} title={t(`${why}.title`)} lead={t(`${why}.advice`)}>
      {outcome.phase === 'failed' && <Hints failure={outcome.failure} />}
      <div className="mt-1 flex flex-wrap justify-center gap-2">
        <NextStep {...{ view, words, outcome, mayCallAgain }} isClosable={onClose !== undefined} />
        {onClose && (
          <Button variant="quiet" onClick={onClose}>
            {t('close')}
          </Button>
        )}
      </div>
      {wasInCall && isOverForGood(outcome) && meeting?.callTag && (
        <CallRating key={meeting.callTag} alias={meeting.alias} callTag={meeting.callTag} />
      )}
    </PanelMessage>
  );
}

/** How the call was. Nobody asked to be asked: where it cannot be had, nothing is missing. */
function CallRating(props: ComponentProps<Tools['Rating']>) {
  return <LateTool isUnasked>{({ Rating }) => <Rating {...props} />}</LateTool>;
}

/** What else to try, where the reason is one of several that we cannot tell apart. */
function Hints({ failure }: { failure: CallFailure }) {
  const t = useTranslations('endings.hints');
  const hints = hintsFor(failure);
  if (hints.length === 0) return null;
  return (
    <div className="w-full max-w-xs rounded-control bg-sunken px-4 py-3 text-start text-sm">
      <p className="font-semibold">{t('title')}</p>
      <ul className="mt-1 list-disc space-y-1 ps-5 text-ink-soft">
        {hints.map((hint) => (
          <li key={hint}>{t(hint)}</li>
        ))}
      </ul>
    </div>
  );
}

type NextStepProps = Pick<OutcomeProps, 'view' | 'words' | 'outcome' | 'mayCallAgain'> & { isClosable: boolean };

function NextStep({ view, words, outcome, mayCallAgain, isClosable }: NextStepProps) {
  const t = useTranslations('endings');
  const { session } = view;
  const [isAsking, setIsAsking] = useState(false);
  async function callAgain() {
    setIsAsking(true);
    if ((await mayCallAgain?.()) ?? true) session.startOver();
    setIsAsking(false);
  }
  if (outcome.phase === 'failed') {
    const isNameWrong = outcome.failure === 'invalid-name';
    if (isNameWrong) return <Button onClick={() => session.startOver()}>{t('changeName')}</Button>;
    if (canRetry(outcome.failure)) return <Button onClick={() => session.rejoin()}>{t('tryAgain')}</Button>;
  } else if (canRejoin(outcome.reason) && view.meeting) {
    return <Button onClick={() => session.rejoin()}>{t('rejoin')}</Button>;
  }
  if (words.callAgain) {
    return (
      <Button busy={isAsking} onClick={() => void callAgain()}>
        {words.callAgain}
      </Button>
    );
  }
  // On its own page there is nothing to close.
  return isClosable ? null : (
    <Link href="/" className={buttonClasses('secondary')}>
      {t('toWebsite')}
    </Link>
  );
}
