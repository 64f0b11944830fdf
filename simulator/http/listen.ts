import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { z } from 'zod';

export interface Tls {
  cert: string;
  key: string;
}

export interface Listening {
  port: number;
  close(): Promise<void>;
}

// Long enough that a browser does not meet a closing connection between its 40 s token refreshes.
const keepAliveMs = 75_000;

function open(listener: RequestListener, tls: Tls | null, host: string, port: number): Promise<Server> {
  const server = tls ? createHttpsServer(tls, listener) : createHttpServer(listener);
  server.keepAliveTimeout = keepAliveMs;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

function portOf(server: Server): number {
  return z.object({ port: z.number() }).parse(server.address()).port;
}

/** Without IPv6, or when the port was left to chance and is taken there, IPv4 alone has to do. */
async function openIpv6Loopback(listener: RequestListener, tls: Tls | null, port: number, isChosenPort: boolean) {
  try {
    return [await open(listener, tls, '::1', port)];
  } catch (error) {
    const code = z.object({ code: z.string() }).safeParse(error).data?.code ?? '';
    if (['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(code)) return [];
    if (code === 'EADDRINUSE' && !isChosenPort) return [];
    throw error;
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Event streams never end by themselves.
    server.closeAllConnections();
  });
}

/**
 * Opens a port. For `localhost` both loopback addresses are served, since `http://localhost` reaches one or the other
 * depending on the client. Port 0 takes a free one. Rejects when the port is taken.
 */
export async function listen(
  listener: RequestListener,
  host: string,
  port: number,
  tls: Tls | null,
): Promise<Listening> {
  const isLoopback = host === 'localhost' || host === '127.0.0.1';
  const first = await open(listener, tls, isLoopback ? '127.0.0.1' : host, port);
  const servers = [first];
  try {
    if (isLoopback) servers.push(...(await openIpv6Loopback(listener, tls, portOf(first), port !== 0)));
  } catch (error) {
    await close(first);
    throw error;
  }
  return {
    port: portOf(first),
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}
