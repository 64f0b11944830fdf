import type { CallView } from '@/lib/call/use-call';
import type { CallWords } from './call-words';
import { Connecting } from './connecting';
import { InCall } from './in-call';
import { Lobby } from './lobby';
import { Outcome } from './outcome';
import { PinPrompt } from './pin-prompt';

export type CallScreenProps = {
  view: CallView;
  words: CallWords;
  isMinimised?: boolean;
  onRestore?: () => void;
  onClose?: () => void;
  /** How large the stage is, which depends on where the panel stands. */
  stageClassName: string;
};

/** What the panel shows in each state of the call, wherever it stands. */
export function CallScreen({ view, words, isMinimised = false, onRestore, onClose, stageClassName }: CallScreenProps) {
  const state = view.call;
  switch (state.phase) {
    case 'lobby':
      return <Lobby view={view} words={words} />;
    case 'connecting':
      return <Connecting view={view} step={state.step} />;
    case 'awaiting-pin':
      return <PinPrompt view={view} isOptional={state.isOptional} isRejected={state.isRejected} />;
    case 'in-call':
      return (
        <InCall
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
      return <Outcome view={view} words={words} outcome={state} onClose={onClose} />;
  }
}
