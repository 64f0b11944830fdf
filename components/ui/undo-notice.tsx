import { Undo2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from './button';

/** What just happened, and how to take it back. */
export interface Notice {
  text: string;
  isError?: boolean;
  undo?: () => void | Promise<void>;
  /** What had the focus is gone. */
  takesFocus?: boolean;
}

type UndoNoticeProps = { notice: Notice | null; onDismiss: () => void };

/** What just happened, above the page's lower edge. The live region is always there, or the first words would be lost. */
export function UndoNotice({ notice, onDismiss }: UndoNoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  const [undone, setUndone] = useState<Notice | null>(null);

  useEffect(() => {
    if (!notice?.takesFocus) return;
    const undo = notice.undo && box.current?.querySelector('button');
    (undo || box.current)?.focus();
  }, [notice]);

  async function undo(from: Notice) {
    setUndone(from);
    await from.undo?.();
    setUndone(null);
  }

  return (
    <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-20 flex justify-center">
      {notice && (
        <div
          ref={box}
          tabIndex={-1}
          className={`pointer-events-auto flex max-w-xl items-center gap-2 rounded-control border py-2 pr-2 pl-4 shadow-panel
            outline-none ${notice.isError ? 'border-danger/40 bg-danger-soft' : 'border-line bg-surface'}`}
        >
          <p className="min-w-0 text-[0.9375rem]">{notice.text}</p>
          {notice.undo && (
            <Button variant="quiet" busy={undone === notice} onClick={() => void undo(notice)} className="text-accent">
              <Undo2 aria-hidden="true" className="size-5" strokeWidth={1.75} />
              Undo
            </Button>
          )}
          <Button variant="quiet" size="small" aria-label="Dismiss" onClick={onDismiss}>
            <X aria-hidden="true" className="size-4" />
          </Button>
        </div>
      )}
    </div>
  );
}
