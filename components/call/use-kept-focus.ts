import { useEffect, type RefObject } from 'react';
import { typingOn } from '@/lib/call/typing-on';

/**
 * Keeps the keyboard in the panel when what had it is taken away, such as the button that let somebody in: browsers would
 * let it fall to the page, where the call's keys are not heard. It goes to the heading of what is left around it.
 */
export function useKeptFocus(panel: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const { current } = panel;
    if (!current) return;
    // What has the focus, and all that is around it, from within. It may have come before we listen.
    const { activeElement } = document;
    let path = activeElement && current.contains(activeElement) ? ancestors(activeElement, current) : [];
    const onFocusIn = ({ target }: FocusEvent) => (path = target instanceof Element ? ancestors(target, current) : []);
    // Some browsers tell of it too when the element is taken away, and then at once.
    const onFocusOut = () =>
      setTimeout(() => {
        if (document.activeElement === document.body && path[0]?.isConnected) path = []; // pressed beside it
      });
    const observer = new MutationObserver(() => {
      if (document.activeElement !== document.body || !path[0] || path[0].isConnected) return;
      if (path[0].matches('input, textarea, [contenteditable]')) typingOn.fieldGone(performance.now());
      const around = path.find((element) => element.isConnected) ?? current;
      const near = around.closest('[data-focus-area]')?.querySelector<HTMLElement>('[data-area-focus]');
      (near ?? current.querySelector<HTMLElement>('[data-view-focus]') ?? current).focus({ preventScroll: true });
    });
    current.addEventListener('focusin', onFocusIn);
    current.addEventListener('focusout', onFocusOut);
    observer.observe(current, { childList: true, subtree: true });
    return () => {
      current.removeEventListener('focusin', onFocusIn);
      current.removeEventListener('focusout', onFocusOut);
      observer.disconnect();
    };
  }, [panel]);
}

function ancestors(element: Element, root: Element): Element[] {
  const path = [element];
  for (let at = element; at !== root && at.parentElement; at = at.parentElement) path.push(at.parentElement);
  return path;
}
