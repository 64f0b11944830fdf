import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import next from 'next';
import { disconnectDatabase, PAGES_CONNECTIONS, limitConnections } from '@/lib/db/client';
import { closeLiveStreams } from '@/lib/live/live-hub';
import { BEHIND } from './hand-over';
import { PAGES_READY, PagesOrder, PagesTask } from './pages-task';

// The thread in which Next answers pages and our own API. What it asks of the runtime (every promise is followed, dates and
// immediates are replaced) and its garbage stay in here.

const { socketPath, isDevelopment, port } = PagesTask.parse(workerData);
limitConnections(PAGES_CONNECTIONS);

const app = next({ dev: isDevelopment, port, hostname: 'localhost' });
await app.prepare();
const answer = app.getRequestHandler();

const server = createServer(BEHIND, (request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(`${request.method} request failed:`, error);
    if (!response.headersSent) response.writeHead(500).end();
  });
});
if (isDevelopment) server.on('upgrade', app.getUpgradeHandler());
server.listen(socketPath, () => parentPort?.postMessage(PAGES_READY));

parentPort?.on('message', (message: unknown) => {
  // An open stream would hold the exit for ever.
  closeLiveStreams();
  if (PagesOrder.parse(message) === 'stop') void stop();
});

/** The main thread has waited for requests to finish. */
async function stop(): Promise<void> {
  server.close();
  server.closeAllConnections();
  await app.close();
  await disconnectDatabase();
  process.exit();
}
