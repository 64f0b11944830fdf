import { useCallback, useEffect, useRef } from 'react';

/**
 * What cannot be taken back once it is done, so it waits: until it is carried out, until the next one comes, or until
 * the page goes. `work` has to be the same function from render to render, or a render would carry it out.
 */
export function usePostponed<T>(work: (item: T) => Promise<void>) {
  const waiting = useRef<T | null>(null);

  const carryOut = useCallback(async () => {
    const item = waiting.current;
    waiting.current = null;
    if (item !== null) await work(item);
  }, [work]);

  useEffect(() => {
    const now = () => void carryOut();
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      now();
    };
  }, [carryOut]);

  const postpone = useCallback(
    (item: T) => {
      void carryOut();
      waiting.current = item;
    },
    [carryOut],
  );
  const takeBack = useCallback(() => void (waiting.current = null), []);
  return { postpone, takeBack, carryOut };
}
