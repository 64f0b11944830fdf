'use client';

import { useEffect, useState } from 'react';
import { applyChanges, type LiveList } from '@/lib/live/live-meeting';
import { readLiveChanges, readLiveList } from './read-live-list';

/**
 * `reconnecting` shows only after a moment: a stream is renewed every few minutes, and that is no news. `outdated`: what
 * the server sends now is more than this page can read.
 */
export type LiveConnection = 'live' | 'reconnecting' | 'signed-out' | 'outdated';

interface Live {
  list: LiveList;
  /** How far the server's clock is ahead of ours, in ms, as of the last message. Zero until the first one arrives. */
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
    /** Where we are in the server's sequence. The browser knows it too, but forgets it with the EventSource. */
    let lastEventId = '';
    const show = (change: Partial<Live>) => setLive((before) => ({ ...before, ...change }));

    function take<T extends { serverTime: string }>(
      event: MessageEvent<string>,
      read: (message: string) => T | null,
      apply: (list: LiveList, message: T) => LiveList,
    ) {
      clearTimeout(quiet);
      quiet = undefined;
      const message = read(event.data);
      if (!message) {
        // What comes after it would be put on a list that lacks it.
        source?.close();
        return show({ connection: 'outdated' });
      }
      lastEventId = event.lastEventId;
      const skewMs = Date.parse(message.serverTime) - Date.now();
      setLive((before) => ({ list: apply(before.list, message), skewMs, connection: 'live' }));
    }

    function connect() {
      const since = lastEventId && `?since=${encodeURIComponent(lastEventId)}`;
      source = new EventSource(`/api/live${since}`);
      source.addEventListener('snapshot', (event: MessageEvent<string>) =>
        take(event, readLiveList, (_before, list) => list),
      );
      source.addEventListener('changes', (event: MessageEvent<string>) => take(event, readLiveChanges, applyChanges));
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
