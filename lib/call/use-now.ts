'use client';

import { useCallback, useSyncExternalStore } from 'react';

const TICK_MS = 500;

function subscribe(listener: () => void) {
  const timer = setInterval(listener, TICK_MS);
  return () => clearInterval(timer);
}

/**
 * The time in whole seconds as ms since the epoch, by a clock `skewMs` ahead of this one; null while the server renders
 * and at hydration, since neither its moment nor its time zone is the visitor's.
 */
export function useNow(skewMs: number): number | null {
  const read = useCallback(() => Math.floor((Date.now() + skewMs) / 1000) * 1000, [skewMs]);
  return useSyncExternalStore<number | null>(subscribe, read, () => null);
}
