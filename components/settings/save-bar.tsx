import { Check } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { SavingState } from './use-settings-form';
import { whenWords } from './when-words';

type SaveBarProps = {
  state: SavingState;
  isDirty: boolean;
  problemCount: number;
  onDiscard: () => void;
  onSaveUnchecked: () => void;
  onShowNewest: () => void;
};

/** Stays at the foot of the window while something is unsaved, or there is something to say about saving. */
export function SaveBar({ state, isDirty, problemCount, onDiscard, onSaveUnchecked, onShowNewest }: SaveBarProps) {
  const isSaving = state.kind === 'saving';
  const code = state.kind === 'failed' ? state.failure.code : null;
  const isShown = isDirty || state.kind !== 'quiet';
  return (
    <div
      className={`sticky bottom-0 z-10 -mx-4 mt-10 sm:mx-0 ${
        isShown
          ? 'border-t border-line bg-surface px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] shadow-panel sm:mb-4 sm:rounded-card sm:border'
          : ''
      }`}
    >
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p role="status" className="min-w-0 flex-1 basis-40 text-[0.9375rem] leading-snug">
          <Words state={state} isDirty={isDirty} problemCount={problemCount} />
        </p>
        {code === 'unchecked' && (
          <Button variant="secondary" onClick={onSaveUnchecked}>
            Save without checking
          </Button>
        )}
        {state.kind === 'overtaken' && (
          <Button variant="secondary" onClick={onShowNewest}>
            Show what was saved
          </Button>
        )}
        {isDirty && (
          <div className="flex gap-3">
            <Button variant="quiet" disabled={isSaving} onClick={onDiscard}>
              Discard
            </Button>
            <Button type="submit" busy={isSaving}>
              {isSaving ? 'Saving' : 'Save'}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

function Words({ state, isDirty, problemCount }: Pick<SaveBarProps, 'state' | 'isDirty' | 'problemCount'>) {
  if (state.kind === 'saving') return 'Checking and saving…';
  if (state.kind === 'saved' && !isDirty) {
    return (
      <span className="inline-flex items-start gap-2 font-medium text-good">
        <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span>Saved. {effectWords(state.kept)}</span>
      </span>
    );
  }
  if (state.kind === 'overtaken') {
    return (
      <span className="text-danger">
        {notSaved(state.isHalfSaved)} {state.by ?? 'Somebody else'} saved other settings after you opened these
        {state.at === null ? '' : `: ${whenWords(state.at)}`}.
      </span>
    );
  }
  if (state.kind === 'failed') return <span className="text-danger">{failureWords(state, problemCount)}</span>;
  return isDirty ? 'Not saved yet.' : '';
}

function effectWords(kept: number | null): string {
  if (kept === null) return 'It holds at once.';
  if (kept === 0) return 'New meetings go by it now.';
  const under =
    kept === 1 ? 'One meeting under way keeps what it had.' : `${kept} meetings under way keep what they had.`;
  return `New meetings go by it now. ${under}`;
}

/** The form has two halves that are saved one after the other. */
const notSaved = (isHalfSaved = false) =>
  isHalfSaved ? 'What meetings are like is saved; who comes in is not.' : 'Not saved.';

type Failed = Pick<Extract<SavingState, { kind: 'failed' }>, 'failure' | 'isHalfSaved'>;

export function failureWords({ failure: { code, detail }, isHalfSaved }: Failed, problemCount: number): string {
  if (code === 'unchecked') {
    return (
      'The Management Node does not answer, so we cannot tell whether these names exist. A name that does not would ' +
      'keep everyone out of new meetings.'
    );
  }
  if (problemCount > 0) {
    return `${notSaved(isHalfSaved)} ${problemCount === 1 ? 'One field needs' : `${problemCount} fields need`} another look.`;
  }
  if (detail === undefined) return `${notSaved(isHalfSaved)} Try again.`;
  return isHalfSaved ? `${notSaved(isHalfSaved)} ${detail}` : detail;
}
