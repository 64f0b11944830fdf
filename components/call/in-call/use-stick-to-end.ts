import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';

/** So close to the end counts as there. */
const NEAR_PX = 40;

/** Keeps a list at its end while it grows, unless one has scrolled up. `newest` is the last line's number. */
export function useStickToEnd(newest: number, onSeen: () => void) {
  const box = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const [seen, setSeen] = useState(newest);
  if (isAtEnd && seen !== newest) setSeen(newest);

  const tell = useEffectEvent(onSeen);
  useLayoutEffect(() => {
    if (isAtEnd && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [isAtEnd, newest]);
  useEffect(() => {
    if (isAtEnd) tell();
  }, [isAtEnd, newest]);

  function onScroll() {
    if (!box.current) return;
    const { scrollHeight, scrollTop, clientHeight } = box.current;
    setIsAtEnd(scrollHeight - scrollTop - clientHeight < NEAR_PX);
  }

  return { box, onScroll, isAtEnd, seen, toEnd: () => setIsAtEnd(true) };
}
