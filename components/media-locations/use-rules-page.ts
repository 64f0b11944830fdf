import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import type { NoticeContent } from './notice';
import type { Answer } from './rules-api';

/** What is open for typing: a new rule, a file, or the rule with this id. */
type Open = 'new' | 'import' | { id: string } | null;

/** What is open on the page, what was done last, and the way back from it. */
export function useRulesPage() {
  const router = useRouter();
  const [isRefreshing, startRefresh] = useTransition();
  const [open, setOpen] = useState<Open>(null);
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const cancel = useCancel(open, setOpen);

  /** Something has changed, or could not be: the rules are read again in any case. What is open stays so. */
  function report(content: NoticeContent) {
    setNotice(content);
    startRefresh(() => router.refresh());
  }

  function done(content: NoticeContent) {
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
