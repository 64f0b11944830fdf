'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False while the server renders and at hydration, true from then on: for what only the browser can know. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
