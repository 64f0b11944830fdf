import { onNotices } from '@/lib/db/notices';
import { LIVE_CHANNEL } from './live-channel';
import { loadLiveList } from './live-store';

export interface LiveSubscriber {
  /** A LiveList as JSON. The version is another one whenever the meetings differ from those of the list before. */
  onList(json: string, version: number): void;
  onHeartbeat(): void;
  close(): void;
}

interface Hub {
  subscribers: Set<LiveSubscriber>;
  stopListening: (() => void) | null;
  beat: NodeJS.Timeout | undefined;
  pending: NodeJS.Timeout | undefined;
  isLoading: boolean;
  isStale: boolean;
  /** The meetings of the last list as JSON, and how often they have changed. */
  meetings: string;
  version: number;
}

/** Changes come in bursts (a join is half a dozen events): one look at the tables answers all of a burst. */
const COALESCE_MS = 50;
const AFTER_FAILURE_MS = 1_000;
/** Keeps proxies from closing a quiet stream, and catches what happens by the clock alone: a meeting opens, ends. */
const BEAT_MS = 15_000;

// Routes are bundled apart from server.ts, which closes the streams when the process stops: one hub for both.
const KEY = Symbol.for('mayfly.live');
const shared = globalThis as { [KEY]?: Hub };

function hub(): Hub {
  return (shared[KEY] ??= {
    subscribers: new Set(),
    stopListening: null,
    beat: undefined,
    pending: undefined,
    isLoading: false,
    isStale: false,
    meetings: '',
    version: 0,
  });
}

/**
 * Sends the whole list now and after every change, until the returned function is called. Whole lists, because nothing can
 * then be missed or get out of step; one is loaded for all subscribers together.
 */
export function subscribeLive(subscriber: LiveSubscriber): () => void {
  const state = hub();
  state.subscribers.add(subscriber);
  if (state.subscribers.size === 1) start(state);
  refreshSoon(state, 0);
  return () => {
    if (state.subscribers.delete(subscriber) && state.subscribers.size === 0) stop(state);
  };
}

/** Ends every stream. An open one would hold the process's exit for ever. */
export function closeLiveStreams(): void {
  const state = hub();
  for (const subscriber of [...state.subscribers]) subscriber.close();
  state.subscribers.clear();
  stop(state);
}

function start(state: Hub): void {
  const onChange = () => refreshSoon(state, COALESCE_MS);
  state.stopListening ??= onNotices(LIVE_CHANNEL, { onNotice: onChange, onListening: onChange });
  state.beat ??= setInterval(() => {
    for (const subscriber of [...state.subscribers]) subscriber.onHeartbeat();
    refreshSoon(state, 0);
  }, BEAT_MS);
}

function stop(state: Hub): void {
  state.stopListening?.();
  state.stopListening = null;
  clearInterval(state.beat);
  clearTimeout(state.pending);
  state.beat = state.pending = undefined;
}

function refreshSoon(state: Hub, delayMs: number): void {
  // What changes while a list is being read may not be in it, so it is read once more.
  if (state.isLoading) state.isStale = true;
  else state.pending ??= setTimeout(() => void refresh(state), delayMs);
}

async function refresh(state: Hub): Promise<void> {
  state.pending = undefined;
  if (state.subscribers.size === 0) return;
  state.isLoading = true;
  state.isStale = false;
  let delayMs = COALESCE_MS;
  try {
    const list = await loadLiveList(new Date());
    const meetings = JSON.stringify(list.meetings);
    if (meetings !== state.meetings) state.version += 1;
    state.meetings = meetings;
    const json = JSON.stringify(list);
    for (const subscriber of [...state.subscribers]) subscriber.onList(json, state.version);
  } catch (error) {
    console.error('live list could not be read:', error instanceof Error ? error.message : error);
    state.isStale = true;
    delayMs = AFTER_FAILURE_MS;
  }
  state.isLoading = false;
  if (state.isStale) refreshSoon(state, delayMs);
}
