import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';

/** Less than this is a press and no pull. */
const PULL_PX = 6;

const CONTROLS = 'button, a, input, select, textarea, summary, label, [role=slider]';

export interface Drop {
  /** Where the panel was let go. */
  rect: DOMRect;
  /** How far down it was pulled. */
  downPx: number;
}

export interface DragRules {
  /** A sheet goes down only; a card goes anywhere. */
  isSheet: () => boolean;
  onDrop: (drop: Drop) => void;
}

/**
 * Lets the panel follow finger or mouse: the handler of `pointerdown` for the parts it is pulled by. Controls in them keep
 * their press, other than one marked `data-drag-handle`. React draws nothing meanwhile.
 */
export function useDrag(panel: RefObject<HTMLElement | null>, { isSheet, onDrop }: DragRules) {
  return (event: ReactPointerEvent<HTMLElement>) => {
    const { current } = panel;
    if (!current || event.button !== 0 || !isHandle(event.target)) return;
    follow(current, event.nativeEvent, isSheet(), onDrop);
  };
}

function isHandle(target: EventTarget): boolean {
  const control = target instanceof Element ? target.closest(CONTROLS) : null;
  return control === null || control.hasAttribute('data-drag-handle');
}

function follow(panel: HTMLElement, from: PointerEvent, isSheet: boolean, onDrop: (drop: Drop) => void) {
  const listening = new AbortController();
  const { signal } = listening;
  let isPulled = false;

  function move(event: PointerEvent) {
    if (event.pointerId !== from.pointerId) return;
    const [x, y] = [event.clientX - from.clientX, event.clientY - from.clientY];
    if (!isPulled && Math.hypot(x, y) < PULL_PX) return;
    isPulled = true;
    panel.style.transition = 'none';
    panel.style.userSelect = 'none';
    panel.style.translate = isSheet ? `0 ${Math.max(0, y)}px` : `${x}px ${y}px`;
  }

  function end(event: PointerEvent) {
    if (event.pointerId !== from.pointerId) return;
    listening.abort();
    if (!isPulled) return;
    const isLetGo = event.type === 'pointerup';
    if (isLetGo) swallowClick();
    // Taken away by the browser, as for a scroll: back to where it was.
    const rect = isLetGo ? panel.getBoundingClientRect() : null;
    panel.style.removeProperty('translate');
    const rest = panel.getBoundingClientRect(); // before the transition is back, which would run from here
    panel.style.removeProperty('transition');
    panel.style.removeProperty('user-select');
    if (rect) onDrop({ rect, downPx: rect.top - rest.top });
  }

  // On the window: the pointer leaves the panel when it is pulled fast, and capturing it would take presses from buttons.
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', end, { signal });
  window.addEventListener('pointercancel', end, { signal });
}

/** The press with which the pull began is none on what lies beneath. */
function swallowClick() {
  const swallow = (event: Event) => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
