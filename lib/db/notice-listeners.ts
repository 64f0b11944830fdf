import type pg from 'pg';
import { betweenThreads, type Said } from './between-threads';

// Who listens in this thread, and on what.

export interface NoticeListener {
  onNotice(payload: string): void;
  /** Each time listening begins, the first time and after every loss: what was said meanwhile was not heard. */
  onListening?(): void;
  /** The connection is lost: until `onListening`, no news is not good news. */
  onLost?(): void;
}

/** How long after a loss the connection is opened again, at first. */
export const FIRST_RETRY_MS = 100;

export interface Listening {
  listeners: Map<string, Set<NoticeListener>>;
  client: pg.Client | null;
  /** Channels asked for on this connection. */
  asked: Map<string, Promise<unknown>>;
  isListening: boolean;
  retry: NodeJS.Timeout | undefined;
  retryMs: number;
  tellOtherThreads(said: Said): void;
}

// Next's bundles hold copies of this module; one connection is enough for all in a thread.
const KEY = Symbol.for('mayfly.notices');
const shared = globalThis as { [KEY]?: Listening };
export const state = (): Listening =>
  (shared[KEY] ??= {
    listeners: new Map(),
    client: null,
    asked: new Map(),
    isListening: false,
    retry: undefined,
    retryMs: FIRST_RETRY_MS,
    tellOtherThreads: betweenThreads(hear),
  });

/** What was said on a channel, to everybody who listens on it here. */
export function hear({ channel, payload }: Said): void {
  for (const listener of state().listeners.get(channel) ?? []) listener.onNotice(payload);
}

export function allListeners(own: Listening): NoticeListener[] {
  return [...own.listeners.values()].flatMap((set) => [...set]);
}
