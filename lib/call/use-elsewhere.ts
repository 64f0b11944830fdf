'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Elsewhere } from './one-tab';
import type { CallView } from './use-call';

const nowhere = () => null;

/** A call in another tab of this browser that could be brought here, until the visitor says to leave it there. */
export function useElsewhere({ call, session }: CallView): { elsewhere: Elsewhere | null; leaveThere: () => void } {
  const { tabs } = session;
  const elsewhere = useSyncExternalStore(tabs.subscribe, tabs.snapshot, nowhere);
  const [isLeftThere, setIsLeftThere] = useState(false);
  // Whoever has a call of their own here, or reads how it ended, is not asked.
  const isAsked = call.phase === 'lobby' || (call.phase === 'ended' && call.reason === 'taken-over');
  const offered = isAsked && !isLeftThere ? elsewhere : null;
  const isOffered = offered !== null;
  useEffect(() => (isOffered ? session.setDevicesAside() : undefined), [session, isOffered]);
  return { elsewhere: offered, leaveThere: () => setIsLeftThere(true) };
}
