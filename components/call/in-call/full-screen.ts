import { useEffect } from 'react';

/** What fills the screen: the call, and the dialog that opens above it. */
const AREA = '[data-fills-screen]';

export function toggleFullScreen(within: Element | null): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : within?.closest(AREA)?.requestFullscreen({ navigationUI: 'hide' });
  done?.catch(() => {}); // refused by the page around us
}

/** Full screen ends with the call: how it ended is told where the call was. */
export function useFullScreenEnd(): void {
  useEffect(
    () => () => {
      if (document.fullscreenElement?.matches(AREA)) void document.exitFullscreen().catch(() => {});
    },
    [],
  );
}
