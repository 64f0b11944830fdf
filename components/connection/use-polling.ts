'use client';

import { useEffect, useRef } from 'react';

const POLL_MS = 5_000;

/** Asks every five seconds, or as often as is said, while the page is looked at, and at once when it is looked at again; never twice at a time. */
export function usePolling(ask: () => Promise<void>, everyMs = POLL_MS): void {
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAsking = false;
    let isOver = false;

    async function round() {
      clearTimeout(timer);
      if (isAsking || document.visibilityState !== 'visible') return;
      isAsking = true;
      try {
        await latest.current();
      } finally {
        // Also when asking failed: the next round may succeed.
        isAsking = false;
        if (!isOver) later();
      }
    }

    function later() {
      timer = setTimeout(() => void round(), everyMs);
    }

    const onVisible = () => void round();
    document.addEventListener('visibilitychange', onVisible);
    later();
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [everyMs]);
}
