import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { closeCapture } from '@/lib/capture/capture-request';
import { isCapturing } from '@/lib/capture/current-capture';
import { pointToDatabase, settings } from '@/lib/config/env';
import { disconnectDatabase, MAIN_CONNECTIONS, limitConnections } from '@/lib/db/client';
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { untilReachable } from '@/lib/db/until-reachable';
import { flushDecisions } from '@/lib/decisions/record-decisions';
import { startProjector } from '@/lib/events/projector';
import { runJobs } from '@/lib/jobs/run-jobs';
import { prepareToAnswer } from '@/lib/policy/prepare-to-answer';
import { flushStrays } from '@/lib/strays/record-strays';
import { handOverTo, handOverUpgradesTo, LONGEST_HEAD } from './hand-over';
import { closeServer, listen } from './http-server';
import { requestListener } from './request-listener';
import { startPages } from './start-pages';
import { answerUnreadable } from './unreadable-requests';

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
  // A slip in one request or job does not end all others. Next does the same in its thread.
  process.on('uncaughtException', (error) => console.error('uncaught:', error));
  // next-auth looks for its two settings in the environment whatever it is given.
  Object.assign(process.env, { NEXTAUTH_URL: nextAuthUrl, NEXTAUTH_SECRET: nextAuthSecret });

  const url = await databaseUrl(dataFolder);
  await untilReachable(url, () => prepareDatabase(url));
  limitConnections(MAIN_CONNECTIONS);
  started.push(disconnectDatabase);

  const pages = startPages({ isDevelopment, port }, (error) => {
    console.error(error);
    void shutDown(1);
  });
  started.push(() => pages.stop());

  const jobs = await untilReachable(url, runJobs);
  started.push(() => jobs.stop());

  const projector = startProjector();
  started.push(() => projector.stop());

  // What was kept back for a moment is stored before the database is closed.
  started.push(flushDecisions, flushStrays, closeCapture);
  // Known before the first request comes, which may be the one that somebody wants to see.
  isCapturing(new Date());
  await untilReachable(url, prepareToAnswer);

  await pages.ready;
  const server: Server = createServer({ maxHeaderSize: LONGEST_HEAD }, requestListener(handOverTo(pages.socketPath)));
  answerUnreadable(server);
  // Hot reload of development comes over a web socket on the same port. Otherwise nobody listens for upgrades, and a request
  // that offers one is answered like any other.
  if (isDevelopment) server.on('upgrade', handOverUpgradesTo(pages.socketPath));
  await listen(server, port, isDevelopment);
  started.push(() => closeServer(server, () => pages.endStreams()));
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
