import { useEffect, useRef, useState } from 'react';
import { summarise, type LinkFigures } from '@/lib/call/link-statistics';

/** Often enough that the sign is right, seldom enough to cost nothing. */
const CLOSED_MS = 5_000;
const OPEN_MS = 1_000;

/** The figures of the connection, each second while somebody looks at them; null until there are any. */
export function useLinkFigures(statistics: () => Promise<RTCStatsReport | null>, isOpen: boolean): LinkFigures | null {
  const [figures, setFigures] = useState<LinkFigures | null>(null);
  const previous = useRef<RTCStatsReport | null>(null);

  useEffect(() => {
    let isCurrent = true;
    async function look() {
      const next = await statistics().catch(() => null); // the connection may just have been closed
      if (!isCurrent) return;
      setFigures(next && summarise(previous.current, next));
      previous.current = next;
    }
    const timer = setInterval(() => void look(), isOpen ? OPEN_MS : CLOSED_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [statistics, isOpen]);

  return figures;
}
