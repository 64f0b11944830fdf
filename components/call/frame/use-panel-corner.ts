import { useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { glide } from './glide';
import { parseCorner, type PanelCorner } from './panel-corner';

const KEY = 'mayfly.panel-corner';

// Storage may be forbidden (private windows, embedded pages): then the panel is where it always is.
function recall(): PanelCorner | null {
  try {
    return parseCorner(window.localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

function remember(corner: PanelCorner) {
  try {
    window.localStorage.setItem(KEY, corner);
  } catch {
    // as above
  }
}

/** The corner that the visitor gave the panel, or the one it has by itself; `moveTo` lets it glide, from where it was let go. */
export function usePanelCorner(panel: RefObject<HTMLElement | null>, otherwise: PanelCorner) {
  const [corner, setCorner] = useState<PanelCorner>(() => recall() ?? otherwise);

  function moveTo(next: PanelCorner, letGoAt?: DOMRect) {
    const from = letGoAt ?? panel.current?.getBoundingClientRect();
    flushSync(() => setCorner(next));
    remember(next);
    if (panel.current && from) glide(panel.current, from);
  }

  return { corner, moveTo };
}
