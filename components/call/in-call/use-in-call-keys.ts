import type { RefObject } from 'react';
import type { ShortcutAction } from '@/lib/call/shortcuts';
import type { Commands } from './use-commands';
import type { InCallUiControl } from './use-in-call-ui';
import { useShortcuts } from './use-shortcuts';

/** What the keys do, and how sheet and menu close: with the keyboard back at what opened them. */
export function useInCallKeys(
  root: RefObject<HTMLElement | null>,
  { ui, change, toggleSheet }: InCallUiControl,
  commands: Commands,
  isMinimised: boolean,
): { closeSheet: () => void; closeMenu: () => void } {
  const isIn = !commands.isWaiting;

  function focusOpener(name: string) {
    const opener = root.current?.querySelector<HTMLElement>(`[data-opens="${name}"]`);
    (opener ?? root.current?.querySelector<HTMLElement>('[data-opens="more"]'))?.focus({ preventScroll: true });
  }

  function closeSheet() {
    if (!ui.sheet) return;
    change({ sheet: null });
    focusOpener(ui.sheet);
  }

  function closeMenu() {
    if (!ui.menu) return;
    change({ menu: null });
    focusOpener(ui.menu);
  }

  /** The innermost of what is open; false when nothing is. */
  function close(): boolean {
    if (isMinimised || !(ui.menu ?? ui.sheet)) return false;
    if (ui.menu) closeMenu();
    else closeSheet();
    return true;
  }

  function onAction(action: Exclude<ShortcutAction, 'talk'>): boolean {
    const when = (isPossible: boolean, act: () => void) => (isPossible && act(), isPossible);
    switch (action) {
      case 'close':
        return close();
      case 'mute':
        return when(true, commands.toggleMicrophone);
      case 'camera':
        return when(true, commands.toggleCamera);
      case 'share':
        return when(commands.mayShare, commands.toggleSharing);
      case 'hand':
        return when(isIn, commands.toggleHand);
      case 'help':
        return when(!isMinimised, () => toggleSheet('shortcuts'));
      case 'chat':
      case 'people':
        return when(isIn && !isMinimised, () => (ui.sheet === action ? closeSheet() : toggleSheet(action)));
    }
  }

  function onTalk(isOn: boolean) {
    if (isOn === ui.isTalking || (isOn && !commands.mayTalk)) return;
    change({ isTalking: isOn });
    commands.talk(isOn);
  }

  useShortcuts(root, { onAction, onTalk });
  return { closeSheet, closeMenu };
}
