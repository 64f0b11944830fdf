import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { SettingsError } from '@/lib/config/env';

/** After this long a shutdown stops waiting for requests in flight. */
const SHUTDOWN_LIMIT_MS = 10_000;

/**
 * A connection on which nothing moves for so long is closed: a browser that never reads would otherwise hold what is on its
 * way to it for ever. Live streams have a heartbeat every quarter of it.
 */
const LONGEST_SILENCE_MS = 60_000;

/**
 * An idle connection is kept longer than balancers keep theirs (most of them sixty seconds): one that is closed at the moment in
 * which a request is on its way is answered by the balancer with a 502 of its own.
 */
const KEPT_ALIVE_MS = 75_000;

/** Sockets that were handed over to web sockets: the server no longer counts them, and they would hold the exit for ever. */
const upgraded = new Set<Socket>();

export function listen(server: Server, port: number, takesUpgrades: boolean): Promise<void> {
  server.setTimeout(LONGEST_SILENCE_MS);
  server.keepAliveTimeout = KEPT_ALIVE_MS;
  // Node takes headers that are not there by then for a stalled request, also on a connection that was idle before.
  server.headersTimeout = KEPT_ALIVE_MS + 5_000;
  if (takesUpgrades) {
    server.on('upgrade', (_request, socket: Socket) => {
      socket.setTimeout(0);
      upgraded.add(socket);
      socket.once('close', () => upgraded.delete(socket));
    });
  }
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new SettingsError(`Port ${port} is in use. Stop what uses it, or set PORT to another.`) : error);
    });
    server.listen(port, () => resolve());
  });
}

/**
 * Takes no more connections and lets requests in flight finish.
 *
 * @param endStreams ends those that would never finish by themselves
 */
export async function closeServer(server: Server, endStreams: () => void): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  endStreams();
  for (const socket of upgraded) socket.destroy();
  server.closeIdleConnections();
  const limit = setTimeout(() => server.closeAllConnections(), SHUTDOWN_LIMIT_MS);
  await closed;
  clearTimeout(limit);
}
