import { Undo2, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { Notice } from './use-devices';

type UndoNoticeProps = { notice: Notice | null; onDismiss: () => void };

/** What just happened, above the page's lower edge. The live region is always there, or the first words would be lost. */
export function UndoNotice({ notice, onDismiss }: UndoNoticeProps) {
  return (
    <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-20 flex justify-center">
      {notice && (
        <div
          className={`pointer-events-auto flex max-w-xl items-center gap-2 rounded-control border py-2 pr-2 pl-4 shadow-panel
            ${notice.isError ? 'border-danger/40 bg-danger-soft' : 'border-line bg-surface'}`}
        >
          <p className="min-w-0 text-[0.9375rem]">{notice.text}</p>
          {notice.undo && (
            <Button
              key={notice.text}
              variant="quiet"
              autoFocus={notice.takesFocus}
              onClick={notice.undo}
              className="text-accent"
            >
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
