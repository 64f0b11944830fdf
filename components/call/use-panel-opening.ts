'use client';

import { useRef, useState, type ComponentType, type RefObject } from 'react';
import type { CornerPanelProps } from './corner-panel';

type LoadedPanel = { Panel: ComponentType<CornerPanelProps>; props: Omit<CornerPanelProps, 'rejoin' | 'onClose'> };

/** Fetches the panel's code and what it needs when it is wanted, and gives the focus back when it goes. */
export function usePanelOpening(corner: RefObject<HTMLElement | null>) {
  const [opening, setOpening] = useState<'closed' | 'loading' | 'open' | 'failed'>('closed');
  const [panel, setPanel] = useState<LoadedPanel | null>(null);
  const isOpening = useRef(false);
  const opener = useRef<Element | null>(null);

  async function open() {
    if (isOpening.current) return; // asked again from the page: the panel is there, and hears it itself
    isOpening.current = true;
    opener.current = document.activeElement;
    setOpening('loading');
    try {
      const { CornerPanel, loadPanel } = await import('./corner-panel');
      const pageLanguage = corner.current?.closest<HTMLElement>('[lang]')?.lang ?? '';
      setPanel({ Panel: CornerPanel, props: await loadPanel(pageLanguage) });
      setOpening('open');
    } catch {
      isOpening.current = false;
      setOpening('failed'); // offline, or a new release has replaced the file
    }
  }

  /** The press has begun: the code may come while the finger is still down. */
  const prepare = () => void import('./corner-panel').catch(() => {}); // the press says what is wrong

  function close() {
    isOpening.current = false;
    setOpening('closed');
    // The button that opened it may be gone with its page, or be ours, which is drawn again just now.
    requestAnimationFrame(() => {
      const isThere = opener.current instanceof HTMLElement && opener.current.isConnected;
      const target = isThere ? opener.current : corner.current?.querySelector('button');
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    });
  }

  return { opening, panel, prepare, open, close };
}
