import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FailureNote } from './failure-note';
import type { Failure } from './rules-api';

export type NoticeContent = { text: string; undo?: () => Promise<void> } | { failure: Failure };

/** What was just done, with a way back. Takes the focus: what had it is gone with the form or row. */
export function Notice({ content, onClose }: { content: NoticeContent; onClose: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  const [isUndoing, setIsUndoing] = useState(false);
  useEffect(() => box.current?.focus(), [content]);

  async function undo(work: () => Promise<void>) {
    setIsUndoing(true);
    await work();
    setIsUndoing(false);
  }

  if ('failure' in content) {
    return (
      <div ref={box} tabIndex={-1} className="mt-4 outline-none">
        <FailureNote failure={content.failure} />
      </div>
    );
  }
  const { undo: work } = content;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="status"
      className="mt-4 flex items-center gap-3 rounded-control bg-good-soft py-1.5 pr-1.5 pl-3.5 text-[0.9375rem] outline-none"
    >
      <span className="mr-auto">{content.text}</span>
      {work && (
        <Button variant="secondary" size="small" busy={isUndoing} onClick={() => void undo(work)}>
          Undo
        </Button>
      )}
      <Button variant="quiet" size="small" aria-label="Dismiss" onClick={onClose}>
        <X aria-hidden="true" className="size-4" />
      </Button>
    </div>
  );
}
