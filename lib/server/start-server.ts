import { createServer, type Server } from 'node:http';
import path from 'node:path';
import next from 'next';
import { settings, pointToDatabase } from '@/lib/config/env';
import { disconnectDatabase } from '@/lib/db/client';
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { runJobs } from '@/lib/jobs/run-jobs';
import { closeLiveStreams } from '@/lib/live/live-hub';
import { requestListener } from './request-listener';

/** After this long a shutdown stops waiting for requests in flight. */
const SHUTDOWN_LIMIT_MS = 10_000;

/** Starts everything in the order in which each needs the one before, and arranges for the reverse at the end. */
export async function startServer({ isDevelopment, dataFolder }: { isDevelopment: boolean; dataFolder: string }) {
  const { databaseUrl, port, appUrl, nextAuthSecret, nextAuthUrl } = settings();
  // next-auth looks for its two settings in the environment whatever it is given.
  Object.assign(process.env, { NEXTAUTH_URL: nextAuthUrl, NEXTAUTH_SECRET: nextAuthSecret });

  const embedded = databaseUrl ? null : await startEmbeddedPostgres(path.join(dataFolder, 'postgres'));
  if (embedded) pointToDatabase(embedded.url);
  await prepareDatabase(databaseUrl ?? embedded!.url);

  const app = next({ dev: isDevelopment, port, hostname: 'localhost' });
  await app.prepare();
  const server = createServer(requestListener(app.getRequestHandler()));
  // Hot reload of development comes over a web socket on the same port.
  server.on('upgrade', app.getUpgradeHandler());
  const jobs = await runJobs();
  await listen(server, port);
  console.log(`Mayfly is ready at ${appUrl}`);

  const shutDown = once(async () => {
    await closeServer(server);
    await jobs.stop();
    await app.close();
    await disconnectDatabase();
    await embedded?.stop();
    process.exit(0);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void shutDown());
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve());
  });
}

/** Takes no more connections, lets requests in flight finish, and ends the streams that would never finish by themselves. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  closeLiveStreams();
  server.closeIdleConnections();
  const limit = setTimeout(() => server.closeAllConnections(), SHUTDOWN_LIMIT_MS);
  await closed;
  clearTimeout(limit);
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= run());
}
