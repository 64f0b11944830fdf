import pg from 'pg';
import { settings } from '@/lib/config/env';
import { betweenThreads, type Said } from './between-threads';
import { databaseAnswered } from './reachable';

// Postgres tells every instance what changed (LISTEN/NOTIFY). One connection of its own per thread serves all channels:
// one from the pool could be handed to somebody else in between.

export interface NoticeListener {
  onNotice(payload: string): void;
  /** Each time listening begins, the first time and after every loss: what was said meanwhile was not heard. */
  onListening?(): void;
  /** The connection is lost: until `onListening`, no news is not good news. */
  onLost?(): void;
}

interface Listening {
  listeners: Map<string, Set<NoticeListener>>;
  client: pg.Client | null;
  /** Channels asked for on this connection. */
  asked: Map<string, Promise<unknown>>;
  isListening: boolean;
  retry: NodeJS.Timeout | undefined;
  retryMs: number;
  tellOtherThreads(said: Said): void;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;
/** A connection that was cut in silence looks alive for ever unless it is asked. */
const PULSE_MS = 1_500;

// Next's bundles hold copies of this module; one connection is enough for all in a thread.
const KEY = Symbol.for('mayfly.notices');
const shared = globalThis as { [KEY]?: Listening };
const state = (): Listening =>
  (shared[KEY] ??= {
    listeners: new Map(),
    client: null,
    asked: new Map(),
    isListening: false,
    retry: undefined,
    retryMs: FIRST_RETRY_MS,
    tellOtherThreads: betweenThreads(hear),
  });

/** Listens on a channel until the returned function is called. A lost connection is opened again for as long as it takes. */
export function onNotices(channel: string, listener: NoticeListener): () => void {
  const own = state();
  own.listeners.set(channel, (own.listeners.get(channel) ?? new Set()).add(listener));
  const { client } = own;
  if (client && own.isListening) {
    const isCurrent = () => own.client === client;
    void listenTo(own, client, channel).then(
      () => isCurrent() && listener.onListening?.(),
      () => isCurrent() && lose(),
    );
  } else if (!client && !own.retry) {
    connect();
  }
  return () => stopListening(channel, listener);
}

/** Asks for a channel once on each connection, however many want it. */
function listenTo(own: Listening, client: pg.Client, channel: string): Promise<unknown> {
  const asked = own.asked.get(channel) ?? client.query(`LISTEN ${channel}`);
  own.asked.set(channel, asked);
  return asked;
}

/**
 * Has this process's own listeners, in whichever thread, hear what was just committed. The database tells them too, a moment
 * later, unless it goes away in that moment: whoever made the change knows of it all the same.
 */
export function hearHere(channel: string, payload: string): void {
  hear({ channel, payload });
  state().tellOtherThreads({ channel, payload });
}

function hear({ channel, payload }: Said): void {
  for (const listener of state().listeners.get(channel) ?? []) listener.onNotice(payload);
}

/** Ends the connection, when the process stops or is pointed at another database. Listeners stay, and hear of the loss. */
export function closeNotices(): void {
  const own = state();
  clearTimeout(own.retry);
  own.retry = undefined;
  disconnect(own);
}

/** Listens again after `closeNotices`, for whoever still wants to hear. */
export function reopenNotices(): void {
  const own = state();
  if (!own.client && !own.retry && allListeners(own).length > 0) connect();
}

function stopListening(channel: string, listener: NoticeListener): void {
  const own = state();
  own.listeners.get(channel)?.delete(listener);
  // A channel nobody listens to costs nothing; the connection is closed with the last listener.
  if (allListeners(own).length === 0) closeNotices();
}

function connect(): void {
  const own = state();
  own.retry = undefined;
  const connectionString = settings().databaseUrl;
  const client = new pg.Client({
    ...{ connectionString, connectionTimeoutMillis: 3_000, query_timeout: 1_000 },
    application_name: 'mayfly notices',
  });
  own.client = client;
  own.asked = new Map();
  const isCurrent = () => own.client === client;
  client.on('notification', ({ channel, payload = '' }) => hear({ channel, payload }));
  // Both come when a server goes away; only the first counts.
  client.on('error', () => isCurrent() && lose());
  client.on('end', () => isCurrent() && lose());
  begin(own, client).catch(() => isCurrent() && lose());
}

async function begin(own: Listening, client: pg.Client): Promise<void> {
  await client.connect();
  // Another channel may be wanted while the first ones are being asked for.
  while (own.asked.size < own.listeners.size) {
    await Promise.all([...own.listeners.keys()].map((channel) => listenTo(own, client, channel)));
  }
  if (own.client !== client) return;
  own.isListening = true;
  // First of all: those who hear of it next have questions.
  databaseAnswered();
  own.retryMs = FIRST_RETRY_MS;
  for (const listener of allListeners(own)) listener.onListening?.();
  takePulse(own, client);
}

function takePulse(own: Listening, client: pg.Client): void {
  const pulse = setInterval(() => {
    if (own.client !== client) clearInterval(pulse);
    else client.query('SELECT').then(databaseAnswered, () => own.client === client && lose());
  }, PULSE_MS);
  pulse.unref();
}

function lose(): void {
  const own = state();
  disconnect(own);
  own.retry ??= setTimeout(connect, own.retryMs);
  own.retryMs = Math.min(own.retryMs * 2, LONGEST_RETRY_MS);
}

function disconnect(own: Listening): void {
  const { client, isListening } = own;
  own.client = null;
  own.isListening = false;
  void client?.end().catch(() => undefined);
  if (isListening) for (const listener of allListeners(own)) listener.onLost?.();
}

function allListeners(own: Listening): NoticeListener[] {
  return [...own.listeners.values()].flatMap((set) => [...set]);
}
