'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';

/** Asks before unsaved changes are lost: our own words for a link within the site, the browser's for everything else. */
export function LeaveWarning({ isDirty }: { isDirty: boolean }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [target, setTarget] = useState('');

  useEffect(() => {
    if (!isDirty) return;
    const onBeforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const href = linkWithin(event);
      if (href === null) return;
      // Before Next's own handler, which would follow the link.
      event.preventDefault();
      event.stopPropagation();
      setTarget(href);
      dialog.current?.showModal();
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    document.addEventListener('click', onClick, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', onBeforeUnload);
      document.removeEventListener('click', onClick, { capture: true });
    };
  }, [isDirty]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby="leave-title"
      className="m-auto max-w-md rounded-card border border-line bg-surface p-6 text-ink shadow-panel backdrop:bg-black/40"
    >
      <h2 id="leave-title" className="text-lg font-semibold">
        Leave without saving?
      </h2>
      <p className="mt-1.5 leading-relaxed text-ink-soft">What you changed here would be lost.</p>
      <div className="mt-5 flex flex-wrap justify-end gap-3">
        <Button variant="quiet" onClick={() => router.push(target)}>
          Leave
        </Button>
        <Button autoFocus onClick={() => dialog.current?.close()}>
          Stay here
        </Button>
      </div>
    </dialog>
  );
}

/** Where a click leads within this site, if it would replace this page. */
function linkWithin(event: MouseEvent): string | null {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!isPlain || !(link instanceof HTMLAnchorElement) || (link.target && link.target !== '_self')) return null;
  if (link.origin !== location.origin || link.pathname === location.pathname) return null;
  return link.pathname + link.search + link.hash;
}
