'use client';

import { useEffect, useState } from 'react';
import type { LiveList } from '@/lib/live/live-meeting';
import { readLiveList } from './read-live-list';

/**
 * `reconnecting` shows only after a moment: a stream is renewed every few minutes, and that is no news. `outdated`: what
 * the server sends now is more than this page can read.
 */
export type LiveConnection = 'live' | 'reconnecting' | 'signed-out' | 'outdated';

interface Live {
  list: LiveList;
  /** How far the server's clock is ahead of ours, in ms, as of the last list. Zero until the first one arrives. */
  skewMs: number;
  connection: LiveConnection;
}

const QUIET_MS = 2_000;
const RETRY_MS = 2_000;

/** Follows `/api/live`, beginning with what the page was rendered with, for as long as the component is there. */
export function useLiveList(initial: LiveList): Live {
  const [live, setLive] = useState<Live>({ list: initial, skewMs: 0, connection: 'live' });

  useEffect(() => {
    let source: EventSource | null = null;
    let quiet: ReturnType<typeof setTimeout> | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const show = (change: Partial<Live>) => setLive((before) => ({ ...before, ...change }));

    function connect() {
      source = new EventSource('/api/live');
      source.addEventListener('snapshot', (event: MessageEvent<string>) => {
        clearTimeout(quiet);
        quiet = undefined;
        const list = readLiveList(event.data);
        if (!list) return show({ connection: 'outdated' });
        setLive({ list, skewMs: Date.parse(list.serverTime) - Date.now(), connection: 'live' });
      });
      source.addEventListener('error', () => {
        quiet ??= setTimeout(() => show({ connection: 'reconnecting' }), QUIET_MS);
        // The browser tries again by itself, unless what answered was no event stream: then it gives up for good.
        if (source?.readyState === EventSource.CLOSED) retry = setTimeout(() => void tryAgain(), RETRY_MS);
      });
    }

    async function tryAgain() {
      // Signed out and unreachable look alike to an EventSource, which tells no status.
      const isSignedOut = await sessionIsOver();
      if (isOver) return;
      if (isSignedOut) {
        clearTimeout(quiet);
        show({ connection: 'signed-out' });
      } else connect();
    }

    connect();
    return () => {
      isOver = true;
      source?.close();
      clearTimeout(quiet);
      clearTimeout(retry);
    };
  }, []);

  return live;
}

/** Whether the server refuses us as nobody; a server that does not answer proves nothing. */
async function sessionIsOver(): Promise<boolean> {
  try {
    const answer = await fetch('/api/live', { signal: AbortSignal.timeout(RETRY_MS) });
    await answer.body?.cancel();
    return answer.status === 401;
  } catch {
    return false;
  }
}
