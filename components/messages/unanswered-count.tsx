'use client';

import { useEffect, useRef, useState } from 'react';
import { usePolling } from '@/components/connection/use-polling';
import { fetchUnanswered } from './messages-api';

const POLL_MS = 15_000;
/** Told to the whole page when a message was marked, so that the count need not wait for the next round. */
export const MARKED = 'mayfly:message-marked';

/** How many messages nobody has answered; nothing while there are none. */
export function UnansweredCount() {
  const [count, setCount] = useState(0);
  // An answer to a question that has been replaced meanwhile is dropped.
  const asked = useRef(0);

  async function ask() {
    const number = (asked.current += 1);
    const answer = await fetchUnanswered();
    if (answer.ok && number === asked.current) setCount(answer.value.unanswered);
  }

  usePolling(ask, POLL_MS);
  useEffect(() => {
    const now = () => void ask();
    now();
    window.addEventListener(MARKED, now);
    return () => window.removeEventListener(MARKED, now);
  }, []);

  if (count === 0) return null;
  return (
    <span className="ms-1.5 rounded-full bg-accent px-1.5 text-xs leading-5 font-semibold text-on-accent tabular-nums">
      {count > 99 ? '99+' : count}
      <span className="sr-only"> unanswered</span>
    </span>
  );
}
