import { useState } from 'react';

export type SheetName = 'chat' | 'people' | 'keypad' | 'devices' | 'statistics' | 'shortcuts';
/** Where one's own picture stands, clockwise in the order in which it moves. */
export const corners = ['end-bottom', 'start-bottom', 'start-top', 'end-top'] as const;
export type Corner = (typeof corners)[number];

/** What is open and shown; the call itself knows nothing of it. */
export interface InCallUi {
  /** Beside or below the stage, one at a time. */
  sheet: SheetName | null;
  menu: 'more' | 'end' | null;
  isSelfHidden: boolean;
  selfCorner: Corner;
  /** The people large and the shared screen small, instead of the other way round. */
  isSwapped: boolean;
  areCaptionsShown: boolean;
  /** What stands in the chat's field, and was not sent yet. */
  draft: string;
  /** The number that a host has begun to type, to call somebody in. It outlives the role. */
  dialDraft: string;
  /** Held down to be heard while muted. */
  isTalking: boolean;
}

const initial: InCallUi = {
  ...{ sheet: null, menu: null, isSelfHidden: false, selfCorner: 'end-bottom' },
  ...{ isSwapped: false, areCaptionsShown: false, draft: '', dialDraft: '', isTalking: false },
};

export interface InCallUiControl {
  ui: InCallUi;
  change: (change: Partial<InCallUi>) => void;
  /** Opens it, or closes it where it is open. */
  toggleSheet: (sheet: SheetName) => void;
}

export function useInCallUi(): InCallUiControl {
  const [ui, setUi] = useState(initial);
  return {
    ui,
    change: (change) => setUi((before) => ({ ...before, ...change })),
    toggleSheet: (sheet) =>
      setUi((before) => ({ ...before, menu: null, sheet: before.sheet === sheet ? null : sheet })),
  };
}
