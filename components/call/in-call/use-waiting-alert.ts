import { useEffect, useEffectEvent, useRef } from 'react';
import type { Participant } from '@/lib/call/roster';
import { playChime } from '@/lib/call/media/speaker';
import { waitingSound } from '@/lib/call/kept-choices';

/** Chimes once for each who comes to the door: a host may be looking at another page. */
export function useWaitingAlert(waiting: readonly Participant[]) {
  const known = useRef(new Set<string>());
  const ids = waiting.map(({ id }) => id).join(' ');
  const tell = useEffectEvent(() => {
    const hasCome = waiting.some(({ id }) => !known.current.has(id));
    for (const { id } of waiting) known.current.add(id); // for good: after a lost connection they are there anew
    if (hasCome && waitingSound.isOn()) void playChime();
  });
  useEffect(() => tell(), [ids]);
}
