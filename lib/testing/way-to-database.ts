import { connect, createServer, type Server, type Socket } from 'node:net';
import pg from 'pg';
import { disconnectDatabase } from '@/lib/db/client';
import { testDatabase } from './database';

/** A way to a database that can be cut: a proxy. */
interface Way {
  /** The database's address by this way. */
  url: string;
  /** Nothing passes any more, and nobody is told. */
  freeze(): void;
  /** Connections break, and new ones are broken at once. */
  cut(): void;
  open(): void;
  close(): Promise<void>;
}

/** The calling test file's own database: behind `database()` by a way that can be cut, and reached directly. */
export interface DatabaseByWay {
  way: Way;
  directly: pg.Client;
  close(): Promise<void>;
}

/** Call it in `beforeAll`, as `testDatabase`, and close what it gives in `afterAll`. */
export async function databaseByWay(): Promise<DatabaseByWay> {
  const url = new URL(await testDatabase());
  const directly = new pg.Client({ connectionString: url.href });
  await directly.connect();
  const way = await openWay(url);
  process.env.DATABASE_URL = way.url;
  return {
    way,
    directly,
    async close() {
      await disconnectDatabase();
      await directly.end();
      await way.close();
    },
  };
}

async function openWay(database: URL): Promise<Way> {
  const sockets = new Set<Socket>();
  let state: 'open' | 'frozen' | 'cut' = 'open';
  const breakAll = () => sockets.forEach((socket) => socket.destroy());
  const server: Server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => {});
    if (state === 'cut') return near.destroy();
    const far = connect(Number(database.port), database.hostname);
    sockets.add(far);
    far.on('error', () => near.destroy());
    far.on('close', () => near.destroy());
    near.on('close', () => far.destroy());
    near.on('data', (chunk) => state === 'open' && far.write(chunk));
    far.on('data', (chunk) => state === 'open' && near.write(chunk));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(database);
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' && address ? address.port : 0);
  return {
    url: url.href,
    freeze: () => (state = 'frozen'),
    cut: () => {
      state = 'cut';
      breakAll();
    },
    open: () => {
      // What was swallowed meanwhile is missing on these.
      if (state === 'frozen') breakAll();
      state = 'open';
    },
    close: () => {
      breakAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
