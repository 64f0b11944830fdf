import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import next from 'next';
import { closeCapture } from '@/lib/capture/capture-request';
import { isCapturing } from '@/lib/capture/current-capture';
import { pointToDatabase, settings } from '@/lib/config/env';
import { disconnectDatabase } from '@/lib/db/client';
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { flushDecisions } from '@/lib/decisions/record-decisions';
import { startProjector } from '@/lib/events/projector';
import { runJobs } from '@/lib/jobs/run-jobs';
import { prepareToAnswer } from '@/lib/policy/prepare-to-answer';
import { closeServer, listen } from './http-server';
import { requestListener } from './request-listener';

/**
 * Bytes of a request's first line and headers together. Node's own 16 KB would turn a policy request with a long value away
 * with an empty 431 before we see it; a value of 64 KB that is percent-encoded is three times as long on the wire.
 */
const LONGEST_HEAD = 256 * 1024;

/** What has to be stopped, in the order in which it was started; it is stopped the other way round. */
const started: (() => Promise<unknown>)[] = [];
let stopping: Promise<void> | undefined;

/** A supervisor waits half a minute or more; without a database, what is stopped may wait for it for ever. */
const STOP_LIMIT_MS = 25_000;

/** Stops whatever runs, once, and ends the process. Also halfway through a start. */
export function shutDown(exitCode: number): Promise<void> {
  const limit = pause(STOP_LIMIT_MS, undefined, { ref: false });
  return (stopping ??= Promise.race([stopAll(), limit]).finally(() => process.exit(exitCode)));
}

async function stopAll(): Promise<void> {
  for (const stop of started.splice(0).reverse()) await stop();
}

/** Starts everything in the order in which each needs the one before. Throws when something cannot start; shut down then. */
export async function startServer({ isDevelopment, dataFolder }: { isDevelopment: boolean; dataFolder: string }) {
  const { port, appUrl, nextAuthSecret, nextAuthUrl } = settings();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void shutDown(0));
  // next-auth looks for its two settings in the environment whatever it is given.
  Object.assign(process.env, { NEXTAUTH_URL: nextAuthUrl, NEXTAUTH_SECRET: nextAuthSecret });

  await prepareDatabase(await databaseUrl(dataFolder));
  started.push(disconnectDatabase);

  const app = next({ dev: isDevelopment, port, hostname: 'localhost' });
  await app.prepare();
  started.push(() => app.close());

  const jobs = await runJobs();
  started.push(() => jobs.stop());

  const projector = startProjector();
  started.push(() => projector.stop());

  // What was kept back for a moment is stored before the database is closed.
  started.push(flushDecisions, closeCapture);
  // Known before the first request comes, which may be the one that somebody wants to see.
  isCapturing(new Date());
  await prepareToAnswer();

  const server: Server = createServer({ maxHeaderSize: LONGEST_HEAD }, requestListener(app.getRequestHandler()));
  // Hot reload of development comes over a web socket on the same port. Otherwise nobody listens for upgrades, and a request
  // that offers one is answered like any other.
  if (isDevelopment) server.on('upgrade', app.getUpgradeHandler());
  await listen(server, port, isDevelopment);
  started.push(() => closeServer(server));
  console.log(`Mayfly is ready at ${appUrl}`);
}

/** The database that is set, or the embedded one, which this process then points itself at. */
async function databaseUrl(dataFolder: string): Promise<string> {
  const given = settings().databaseUrl;
  if (given) return given;
  const embedded = await startEmbeddedPostgres(path.join(dataFolder, 'postgres'));
  started.push(() => embedded.stop());
  pointToDatabase(embedded.url);
  return embedded.url;
}
