import pg from 'pg';
import { settings } from '@/lib/config/env';
import { allListeners, FIRST_RETRY_MS, hear, state, type Listening } from './notice-listeners';
import { databaseAnswered } from './reachable';

const LONGEST_RETRY_MS = 2_000;
/** A connection that was cut in silence looks alive for ever unless it is asked. */
const PULSE_MS = 1_500;

/** Opens the one connection, and listens on every channel that somebody wants. */
export function connect(): void {
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

/** Asks for a channel once on each connection, however many want it. */
export function listenTo(own: Listening, client: pg.Client, channel: string): Promise<unknown> {
  const asked = own.asked.get(channel) ?? client.query(`LISTEN ${channel}`);
  own.asked.set(channel, asked);
  return asked;
}

function takePulse(own: Listening, client: pg.Client): void {
  const pulse = setInterval(() => {
    if (own.client !== client) clearInterval(pulse);
    else client.query('SELECT').then(databaseAnswered, () => own.client === client && lose());
  }, PULSE_MS);
  pulse.unref();
}

/** The connection does not answer: it is closed, and opened again for as long as it takes. */
export function lose(): void {
  const own = state();
  disconnect(own);
  own.retry ??= setTimeout(connect, own.retryMs);
  own.retryMs = Math.min(own.retryMs * 2, LONGEST_RETRY_MS);
}

/** Closes it; listeners hear that it is lost. */
export function disconnect(own: Listening): void {
  const { client, isListening } = own;
  own.client = null;
  own.isListening = false;
  void client?.end().catch(() => undefined);
  if (isListening) for (const listener of allListeners(own)) listener.onLost?.();
}
