import { useState } from 'react';
import type { CallView } from '@/lib/call/use-call';
import { Connecting } from './connecting';
import { Elsewhere } from './elsewhere';
import { InCallScreen } from './in-call-screen';
import { Lobby } from './lobby';
import { Outcome } from './outcome';
import { PinPrompt } from './pin-prompt';
import type { CallWords } from './use-call-words';

export type CallScreenProps = {
  view: CallView;
  words: CallWords;
  isMinimised?: boolean;
  onRestore?: () => void;
  onClose?: () => void;
  mayCallAgain?: () => Promise<boolean>;
  /** How large the stage is, which depends on where the panel stands. */
  stageClassName: string;
};

/** What the panel shows in each state of the call, wherever it stands. */
export function CallScreen(props: CallScreenProps) {
  const { view, words, isMinimised = false, onRestore, onClose, mayCallAgain, stageClassName } = props;
  const state = view.call;
  const [wasInCall, setWasInCall] = useState(false);
  // Each dial begins anew: one that never came through is not asked about.
  if (state.phase === 'in-call' && !wasInCall) setWasInCall(true);
  if (state.phase === 'connecting' && wasInCall) setWasInCall(false);
  switch (state.phase) {
    case 'lobby':
      return (
        <Elsewhere view={view}>
          <Lobby view={view} words={words} />
        </Elsewhere>
      );
    case 'connecting':
      return <Connecting view={view} step={state.step} />;
    case 'awaiting-pin':
      return <PinPrompt view={view} isOptional={state.isOptional} isRejected={state.isRejected} />;
    case 'in-call':
      return (
        <InCallScreen
          view={view}
          words={words}
          state={state}
          isMinimised={isMinimised}
          onRestore={() => onRestore?.()}
          stageClassName={stageClassName}
        />
      );
    case 'ended':
    case 'failed':
      return (
        <Elsewhere view={view}>
          <Outcome {...{ view, words, wasInCall, onClose, mayCallAgain }} outcome={state} />
        </Elsewhere>
      );
  }
}
