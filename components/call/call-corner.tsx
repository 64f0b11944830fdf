'use client';

import { useEffect, useRef, useState, type ComponentType } from 'react';
import { REJOIN_KEY } from '@/lib/call/rejoin-key';
import type { RejoinMemory } from '@/lib/call/rejoin-memory';
import { CallButton } from './call-button';
import type { CornerPanelProps } from './corner-panel';
import { RejoinOffer } from './rejoin-offer';

type Opening = 'closed' | 'loading' | 'open' | 'failed';

/**
 * The corner of the site. Mounted once in its layout, so that a call survives every link. This file is all that a page
 * carries before the click; the panel is fetched then, and PexRTC only when somebody joins.
 */
export function CallCorner() {
  const [opening, setOpening] = useState<Opening>('closed');
  const [Panel, setPanel] = useState<ComponentType<CornerPanelProps> | null>(null);
  const [rejoin, setRejoin] = useState<RejoinMemory | null>(null);
  const isOpening = useRef(false);
  const opener = useRef<Element | null>(null);
  const corner = useRef<HTMLDivElement>(null);

  async function open() {
    if (isOpening.current) return; // asked again from the page: the panel is there, and hears it itself
    isOpening.current = true;
    opener.current = document.activeElement;
    setOpening('loading');
    try {
      const { CornerPanel } = await import('./corner-panel');
      setPanel(() => CornerPanel);
      setOpening('open');
    } catch {
      isOpening.current = false;
      setOpening('failed'); // offline, or a new release has replaced the file
    }
  }

  function close() {
    isOpening.current = false;
    setOpening('closed');
    setRejoin(null);
    // The button that opened it may be gone with its page, or be ours, which is drawn again just now.
    requestAnimationFrame(() => {
      const isThere = opener.current instanceof HTMLElement && opener.current.isConnected;
      const target = isThere ? opener.current : corner.current?.querySelector('button');
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    });
  }

  async function dismiss() {
    setRejoin(null);
    (await import('@/lib/call/rejoin-memory')).forgetCall();
  }

  useEffect(() => {
    const onAsked = () => void open(); // a button on one of the site's pages
    window.addEventListener('mayfly:open-call', onAsked);
    return () => window.removeEventListener('mayfly:open-call', onAsked);
  }, []);

  useEffect(() => {
    let isCurrent = true;
    void findRejoin().then((memory) => isCurrent && setRejoin(memory));
    return () => {
      isCurrent = false;
    };
  }, []);

  if (opening === 'open' && Panel) return <Panel rejoin={rejoin} onClose={close} />;
  const isLoading = opening === 'loading';
  return (
    <div
      ref={corner}
      className="fixed right-4 bottom-[max(1rem,env(safe-area-inset-bottom))] z-40 flex flex-col items-end gap-3 sm:right-6
        sm:bottom-6"
    >
      <p role="status" className="max-w-72 rounded-card bg-surface px-4 py-3 text-sm shadow-panel empty:hidden">
        {opening === 'failed' &&
          'The call couldn’t be loaded. Check your connection and try again, or reload the page.'}
      </p>
      {rejoin ? (
        <RejoinOffer isLoading={isLoading} onRejoin={() => void open()} onDismiss={() => void dismiss()} />
      ) : (
        <CallButton isLoading={isLoading} onClick={() => void open()} />
      )}
    </div>
  );
}

/** Loads what can read the memory only where there is one, which few pages have. */
async function findRejoin(): Promise<RejoinMemory | null> {
  try {
    if (!window.sessionStorage.getItem(REJOIN_KEY)) return null;
    return await (await import('@/lib/call/find-rejoin')).findRejoin();
  } catch {
    return null; // storage forbidden or the file out of reach: then there is no offer, and the button works as ever
  }
}
