import { useCallback, useEffect, useState } from 'react';
import type { Notice } from './undo-notice';
import { usePostponed } from './use-postponed';

/** How long something that was done can be taken back. */
const UNDO_MS = 10_000;

/**
 * What just happened in a list, and the removal that it offers to take back: the server forgets more than the page could
 * give back, so it is asked only when nobody wants it back any more. `removeForGood`, the same function from render to
 * render, returns what to say when it failed.
 */
export function useRemoval<T>(removeForGood: (item: T) => Promise<Notice | null>) {
  const [notice, setNotice] = useState<Notice | null>(null);
  const work = useCallback(
    async (item: T) => {
      const failure = await removeForGood(item);
      if (failure) setNotice(failure);
    },
    [removeForGood],
  );
  const { postpone, takeBack, carryOut } = usePostponed(work);

  useEffect(() => {
    if (!notice || notice.isError) return;
    const timer = setTimeout(() => {
      setNotice(null);
      void carryOut();
    }, UNDO_MS);
    return () => clearTimeout(timer);
  }, [notice, carryOut]);

  /** Says something else, which ends the time in which a removal can be undone. */
  function say(next: Notice | null) {
    void carryOut();
    setNotice(next);
  }

  /** Says that this is being removed; `putBack` undoes what the page has already done. */
  function remove(item: T, name: string, putBack: () => void) {
    postpone(item);
    const undo = () => {
      takeBack();
      putBack();
      setNotice(null);
    };
    setNotice({ text: `${name} is being removed.`, undo, takesFocus: true });
  }

  return { notice, say, remove };
}
