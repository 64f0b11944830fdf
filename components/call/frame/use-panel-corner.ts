import { useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { keptText } from '@/lib/call/kept-text';
import { glide } from './glide';
import { parseCorner, type PanelCorner } from './panel-corner';

const kept = keptText('localStorage', 'mayfly.panel-corner');

/** The corner that the visitor gave the panel, or the one it has by itself; `moveTo` lets it glide, from where it was let go. */
export function usePanelCorner(panel: RefObject<HTMLElement | null>, otherwise: PanelCorner) {
  const [corner, setCorner] = useState<PanelCorner>(() => parseCorner(kept.read()) ?? otherwise);

  function moveTo(next: PanelCorner, letGoAt?: DOMRect) {
    const from = letGoAt ?? panel.current?.getBoundingClientRect();
    flushSync(() => setCorner(next));
    kept.keep(next);
    if (panel.current && from) glide(panel.current, from);
  }

  return { corner, moveTo };
}
