'use client';

import { createContext, useContext, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallView } from '@/lib/call/use-call';
import { ReadAloudPlace } from '../read-aloud';
import { useLanguageAttributes } from '../words-provider';
import type { InviteDialog, InviteWords } from './invite-dialog';

const OpenInvite = createContext<() => void>(() => {});

/** Opens the invitation dialog of the call that is shown around. */
export const useOpenInvite = () => useContext(OpenInvite);

type LoadedDialog = { Dialog: typeof InviteDialog; words: InviteWords };
type InviteLayerProps = { view: CallView; isHidden?: boolean; isBeside?: boolean; children: ReactNode };

/**
 * What the call is shown in, and above it the invitation dialog when it is asked for: its code is fetched then. `isBeside`
 * where there is room to leave the call in sight.
 */
export function InviteLayer({ view, isHidden = false, isBeside = false, children }: InviteLayerProps) {
  const t = useTranslations('call.invite');
  const { lang } = useLanguageAttributes();
  const [loaded, setLoaded] = useState<LoadedDialog | null>(null);
  const [opening, setOpening] = useState<'closed' | 'open' | 'failed'>('closed');
  const opener = useRef<Element | null>(null);
  const content = useRef<HTMLDivElement>(null);
  const [aloud, setAloud] = useState<HTMLElement | null>(null);
  const isShown =
    opening === 'open' && loaded !== null && view.meeting !== null && view.call.phase === 'in-call' && !isHidden;

  // It belongs to the call in which it was opened, and not to the next one.
  if (opening !== 'closed' && view.call.phase !== 'in-call') setOpening('closed');

  async function open() {
    opener.current = document.activeElement;
    try {
      const { InviteDialog, loadInviteWords } = await import('./invite-dialog');
      setLoaded({ Dialog: InviteDialog, words: await loadInviteWords(lang) });
      setOpening('open');
    } catch {
      setOpening('failed'); // offline, or a new release has replaced the file
    }
  }

  function close() {
    setOpening('closed');
    // Not before React has taken `inert` away.
    requestAnimationFrame(() => {
      const isThere = opener.current instanceof HTMLElement && opener.current.isConnected;
      const heading = content.current?.querySelector<HTMLElement>('[data-view-focus]');
      (isThere ? (opener.current as HTMLElement) : heading)?.focus({ preventScroll: true });
    });
  }

  return (
    <OpenInvite value={() => void open()}>
      <div
        data-fills-screen
        className={`relative flex min-h-0 flex-1 flex-col ${isShown && !isBeside ? 'min-h-[min(30rem,100dvh-8rem)]' : ''}`}
      >
        <div
          ref={content}
          inert={isShown && !isBeside}
          className="isolate flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain"
        >
          <ReadAloudPlace value={aloud}>{children}</ReadAloudPlace>
        </div>
        <div ref={setAloud} />
        <p role="status" className="bg-warn-soft px-5 py-3 text-sm empty:hidden">
          {opening === 'failed' && t('loadFailed')}
        </p>
        {isShown && (
          <div
            className={`absolute inset-y-0 end-0 z-20 w-full overflow-y-auto overscroll-contain bg-surface ${
              isBeside ? 'max-w-md border-s border-line shadow-panel' : ''
            }`}
          >
            <loaded.Dialog words={loaded.words} view={view} onClose={close} />
          </div>
        )}
      </div>
    </OpenInvite>
  );
}
