import { applyChanges, BEAT_MS, type LiveList } from '@/lib/live/live-meeting';
import { readLiveChanges, readLiveList } from './read-live-list';
import { silenceWatch } from './silence-watch';

/**
 * `reconnecting` shows only after a moment: a stream is renewed every few minutes, and that is no news. `outdated`: what
 * the server sends now is more than this page can read.
 */
export type LiveConnection = 'live' | 'reconnecting' | 'signed-out' | 'outdated';

export interface Live {
  list: LiveList;
  /** How far the server's clock is ahead of ours, in ms, as of the last message. Zero until the first one arrives. */
  skewMs: number;
  connection: LiveConnection;
}

const QUIET_MS = 2_000;
const RETRY_MS = 2_000;
/** A path that is cut without a word (a network left, an address forgotten on the way) is no error to a browser for minutes. */
const SILENCE_MS = 2.5 * BEAT_MS;
/** On a slow line the whole list takes long, and a page hears of it only at its end. */
const LONGEST_SILENCE_MS = 4 * SILENCE_MS;

/** Follows `/api/live` until the returned function is called. */
export function followLiveList(setLive: (change: (before: Live) => Live) => void): () => void {
  let source: EventSource | null = null;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  /** Where we are in the server's sequence. The browser knows it too, but forgets it with the EventSource. */
  let lastEventId = '';
  const show = (change: Partial<Live>) => setLive((before) => ({ ...before, ...change }));
  let patienceMs = SILENCE_MS;
  const silence = silenceWatch(() => {
    patienceMs = Math.min(2 * patienceMs, LONGEST_SILENCE_MS);
    show({ connection: 'reconnecting' });
    connect();
  });

  function isHeard() {
    patienceMs = SILENCE_MS;
    silence.heard(patienceMs);
    clearTimeout(quiet);
    quiet = undefined;
  }

  function take<T extends { serverTime: string }>(
    event: MessageEvent<string>,
    read: (message: string) => T | null,
    apply: (list: LiveList, message: T) => LiveList,
  ) {
    isHeard();
    const message = read(event.data);
    if (!message) {
      // What comes after it would be put on a list that lacks it.
      leave();
      return show({ connection: 'outdated' });
    }
    lastEventId = event.lastEventId;
    const skewMs = Date.parse(message.serverTime) - Date.now();
    setLive((before) => ({ list: apply(before.list, message), skewMs, connection: 'live' }));
  }

  function connect() {
    leave();
    silence.heard(patienceMs);
    const since = lastEventId && `?since=${encodeURIComponent(lastEventId)}`;
    const stream = new EventSource(`/api/live${since}`);
    source = stream;
    stream.addEventListener('snapshot', (event: MessageEvent<string>) =>
      take(event, readLiveList, (_before, list) => list),
    );
    stream.addEventListener('changes', (event: MessageEvent<string>) => take(event, readLiveChanges, applyChanges));
    stream.addEventListener('beat', isHeard);
    stream.addEventListener('error', () => {
      quiet ??= setTimeout(() => show({ connection: 'reconnecting' }), QUIET_MS);
      // The browser tries again by itself, unless what answered was no event stream: then it gives up for good.
      if (stream.readyState !== EventSource.CLOSED) return;
      silence.stop();
      retry = setTimeout(() => void tryAgain(), RETRY_MS);
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

  function leave() {
    source?.close();
    silence.stop();
  }

  connect();
  return () => {
    isOver = true;
    leave();
    clearTimeout(quiet);
    clearTimeout(retry);
  };
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
