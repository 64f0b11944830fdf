'use client';

import { useEffect, useState } from 'react';
import { REJOIN_KEY } from '@/lib/call/rejoin-key';
import type { RejoinMemory } from '@/lib/call/rejoin-memory';

/** The call that a reload cut off, while its meeting is open. `forget` also clears what the tab remembers of it. */
export function useRejoinOffer() {
  const [rejoin, setRejoin] = useState<RejoinMemory | null>(null);

  useEffect(() => {
    let isCurrent = true;
    const tell = (memory: RejoinMemory | null) => isCurrent && setRejoin(memory);
    void findRejoin(() => tell(null)).then(tell);
    return () => {
      isCurrent = false;
    };
  }, []);

  const withdraw = () => setRejoin(null);
  async function forget() {
    withdraw();
    (await import('@/lib/call/rejoin-memory')).forgetCall();
  }
  return { rejoin, withdraw, forget };
}

/** Loads what can read the memory only where there is one, which few pages have. */
async function findRejoin(onOver: () => void): Promise<RejoinMemory | null> {
  try {
    if (!window.sessionStorage.getItem(REJOIN_KEY)) return null;
    return await (await import('@/lib/call/find-rejoin')).findRejoin(onOver);
  } catch {
    return null; // storage forbidden or the file out of reach: then there is no offer, and the button works as ever
  }
}
