'use client';

import { useSyncExternalStore } from 'react';

export interface Hours {
  isOpen: boolean;
  /** ISO 8601; when that changes, where it is known. */
  opensAt: string | null;
  closesAt: string | null;
}

const LOOK_EVERY_MS = 15_000;

function subscribe(listener: () => void) {
  const timer = setInterval(listener, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** Whether somebody is there to answer, also on a page that has been open for long. The click asks our site again. */
export function useIsOpen({ isOpen, opensAt, closesAt }: Hours): boolean {
  const changesAt = isOpen ? closesAt : opensAt;
  const hasChanged = () => changesAt !== null && Date.now() >= Date.parse(changesAt);
  return useSyncExternalStore(
    subscribe,
    () => isOpen !== hasChanged(),
    () => isOpen,
  );
}
