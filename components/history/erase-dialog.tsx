'use client';

import { useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { peopleWords } from './history-words';

type EraseDialogProps = {
  count: number;
  /** Returns why it was not done; null when it was. */
  onErase: () => Promise<string | null>;
  onClose: () => void;
};

/** Says what goes and what stays, before it goes. Mounted while it is open; Escape closes it. */
export function EraseDialog({ count, onErase, onClose }: EraseDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  // Before it leaves the page, or the browser could not give the focus back to the button that opened it.
  useLayoutEffect(() => {
    const own = dialog.current;
    own?.showModal();
    return () => own?.close();
  }, []);

  async function erase() {
    setIsBusy(true);
    setFailure(await onErase());
    setIsBusy(false);
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={onClose}
      className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-panel border border-line bg-surface p-5 text-ink
        shadow-panel backdrop:bg-stage/60 sm:p-7"
    >
      <h2 id={titleId} className="text-xl font-semibold tracking-tight">
        Erase {peopleWords(count)}?
      </h2>
      <p className="mt-3 text-[0.9375rem] leading-relaxed">
        Their names and addresses, and the topics they wrote, go at once, everywhere: from meetings, tickets, answers,
        webhooks and from what Infinity reported; what Infinity delivers of them later goes within an hour. All captured
        requests are deleted. This cannot be undone.
      </p>
      <p className="mt-2 text-[0.9375rem] leading-relaxed text-ink-soft">
        What stays: when somebody came and left, how well it went, the counts, and the topics that agents wrote. What
        webhooks have told others already is in their hands. The audit notes that it was done, and not of whom.
      </p>
      <p role="alert" className="mt-3 text-sm text-danger empty:hidden">
        {failure}
      </p>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button variant="secondary" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="danger" busy={isBusy} onClick={() => void erase()}>
          Erase for ever
        </Button>
      </div>
    </dialog>
  );
}
