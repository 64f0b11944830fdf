import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import type { Notice } from '@/components/ui/undo-notice';
import type { Answer, Failure } from './rules-api';

/** What was just done, with a way back; or why it was not. */
type Report = Notice | { failure: Failure };

/** What is open for typing: a new rule, a file, or the rule with this id. */
type Open = 'new' | 'import' | { id: string } | null;

/** What is open on the page, what was done last, and the way back from it. */
export function useRulesPage() {
  const router = useRouter();
  const [isRefreshing, startRefresh] = useTransition();
  const [open, setOpen] = useState<Open>(null);
  const [notice, setNotice] = useState<Report | null>(null);
  const cancel = useCancel(open, setOpen);

  /** Something has changed, or could not be: the rules are read again in any case. What is open stays so. */
  function report(content: Report) {
    // What had the focus is gone with the form or row.
    setNotice('failure' in content ? content : { ...content, takesFocus: true });
    startRefresh(() => router.refresh());
  }

  function done(content: Report) {
    setOpen(null);
    report(content);
  }

  function show(next: Open) {
    setNotice(null);
    setOpen(next);
  }

  const undoing = (text: string, undo: () => Promise<Answer<unknown>>) => async () => {
    const answer = await undo();
    report(answer.ok ? { text } : { failure: answer.failure });
  };

  return { open, notice, isRefreshing, show, done, report, dismiss: () => setNotice(null), cancel, undoing };
}

/** Closes without saving, and puts the keyboard back on the button that opened. */
function useCancel(open: Open, setOpen: (open: Open) => void): () => void {
  const opener = useRef<string | null>(null);
  useEffect(() => {
    if (open !== null || !opener.current) return;
    document.getElementById(opener.current)?.focus();
    opener.current = null;
  }, [open]);
  return () => {
    opener.current = typeof open === 'object' ? `edit-${open?.id}` : `open-${open}`;
    setOpen(null);
  };
}
