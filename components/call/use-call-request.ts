'use client';

import { useEffect, useEffectEvent } from 'react';

/** Hears it when a button on one of the site's pages asks for the call. */
export function useCallRequest(onRequest: () => void) {
  const onAsked = useEffectEvent(onRequest);
  useEffect(() => {
    const listener = () => onAsked();
    window.addEventListener('mayfly:open-call', listener);
    return () => window.removeEventListener('mayfly:open-call', listener);
  }, []);
}
