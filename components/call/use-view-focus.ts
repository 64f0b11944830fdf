'use client';

import { useEffect, type RefObject } from 'react';

/**
 * Keeps the keyboard where it was when one view gives way to another: the pressed button is gone, and the browser would
 * start again at the top of the page. Leaves the focus alone while it is somewhere else on the page.
 */
export function useViewFocus(panel: RefObject<HTMLElement | null>, view: string) {
  useEffect(() => {
    const active = document.activeElement;
    const isElsewhere = active !== null && active !== document.body && !panel.current?.contains(active);
    if (isElsewhere) return;
    panel.current?.querySelector<HTMLElement>('[data-view-focus]')?.focus({ preventScroll: true });
  }, [panel, view]);
}
