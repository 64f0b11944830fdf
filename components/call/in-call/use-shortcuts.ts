import { useEffect, useEffectEvent, type RefObject } from 'react';
import { singleKeys } from '@/lib/call/kept-choices';
import { shortcutFor, type KeyPlace, type ShortcutAction } from '@/lib/call/shortcuts';
import { typingOn } from '@/lib/call/typing-on';

type Shortcuts = {
  /** False when there was nothing to do: the key then goes on to whoever else wants it. */
  onAction: (action: Exclude<ShortcutAction, 'talk'>) => boolean;
  /** True while the key is held; false as well when the page loses the keyboard. */
  onTalk: (isOn: boolean) => void;
};

const isElement = (target: EventTarget | null): target is Element => target instanceof Element;

function placeOf(target: EventTarget | null): KeyPlace {
  if (!isElement(target)) return 'elsewhere';
  if (target.closest('input, textarea, select, [contenteditable]')) return 'field';
  return target.closest('button, a, summary, [role="button"]') ? 'control' : 'elsewhere';
}

/** A dialog above the call has the keyboard to itself. */
function isInDialogWithin(frame: Element, target: EventTarget | null): boolean {
  const dialog = isElement(target) ? target.closest('[role="dialog"]') : null;
  return dialog !== null && dialog !== frame && frame.contains(dialog);
}

/** The keys of the call, while the keyboard is in its frame: in the corner never those pressed on the site beside it. */
export function useShortcuts(root: RefObject<HTMLElement | null>, { onAction, onTalk }: Shortcuts) {
  const down = useEffectEvent((event: KeyboardEvent, frame: Element) => {
    if (event.defaultPrevented || isInDialogWithin(frame, event.target)) return;
    const isTypedOn = typingOn.takes(event.timeStamp);
    const action = shortcutFor(event, placeOf(event.target));
    if (!action || (action !== 'close' && (isTypedOn || !singleKeys.isOn()))) return;
    if (action !== 'talk' && !onAction(action)) return;
    if (action === 'talk' && !event.repeat) onTalk(true);
    event.preventDefault(); // Space would scroll, and again with each repeat
    event.stopPropagation(); // the frame takes Escape for itself
  });
  const up = useEffectEvent(() => onTalk(false));

  useEffect(() => {
    // A page that is all call hears keys wherever they are pressed, for nothing else has the focus then.
    const frame = root.current?.closest<HTMLElement>('[role="dialog"], [role="region"]') ?? root.current;
    const target = frame?.getAttribute('role') === 'region' ? document : frame;
    if (!frame || !target) return;
    const onDown = (event: Event) => down(event as KeyboardEvent, frame);
    const onUp = (event: KeyboardEvent) => event.key === ' ' && up();
    const onGone = () => up();
    target.addEventListener('keydown', onDown);
    window.addEventListener('keyup', onUp);
    window.addEventListener('blur', onGone);
    return () => {
      target.removeEventListener('keydown', onDown);
      window.removeEventListener('keyup', onUp);
      window.removeEventListener('blur', onGone);
      up();
    };
  }, [root]);
}
