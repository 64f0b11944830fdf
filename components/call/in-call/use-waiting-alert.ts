import { useEffect, useEffectEvent, useRef } from 'react';
import type { Participant } from '@/lib/call/roster';
import { tellOfWaiting } from '@/lib/call/waiting-sound';

/** Tells a host once of each who comes to the door, also when they look at another page. */
export function useWaitingAlert(waiting: readonly Participant[], noticeFor: (name: string) => string) {
  const known = useRef(new Set<string>());
  const ids = waiting.map(({ id }) => id).join(' ');
  const tell = useEffectEvent(() => {
    const come = waiting.find(({ id }) => !known.current.has(id));
    known.current = new Set(waiting.map(({ id }) => id));
    if (come) tellOfWaiting(noticeFor(come.name));
  });
  useEffect(() => tell(), [ids]);
}
