import pg from 'pg';
import { LIVE_CHANNEL } from './live-channel';

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5_000;

export interface Listening {
  stop(): void;
}

/**
 * Listens for notices on a connection of its own: one from the pool could be handed to somebody else in between. A lost
 * connection is opened again for as long as it takes.
 *
 * @param onChange called with every notice, and after each (re)connect, since what was said meanwhile is lost
 */
export function listenForChanges(connectionString: string, onChange: () => void): Listening {
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let retryMs = FIRST_RETRY_MS;
  let isStopped = false;

  function connect(): void {
    const own = new pg.Client({ connectionString, keepAlive: true, connectionTimeoutMillis: 5_000 });
    client = own;
    own.on('notification', onChange);
    // Both 'error' and 'end' come when a server goes away; only the first one counts.
    const onLost = () => {
      if (client !== own) return;
      client = null;
      void own.end().catch(() => undefined);
      if (isStopped) return;
      retry = setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    };
    own.on('error', onLost);
    own.on('end', onLost);
    own
      .connect()
      .then(() => own.query(`listen ${LIVE_CHANNEL}`))
      .then(() => {
        if (client !== own) return;
        retryMs = FIRST_RETRY_MS;
        onChange();
      }, onLost);
  }

  connect();
  return {
    stop() {
      isStopped = true;
      clearTimeout(retry);
      const own = client;
      client = null;
      void own?.end().catch(() => undefined);
    },
  };
}
