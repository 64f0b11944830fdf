import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { liveStream } from '@/lib/live/live-stream';

// The live stream of one instance as a process of its own, for tests of several: `node --import tsx lib/testing/live-server.ts`.
// Says its port on standard output. `/memory` answers with the bytes it uses.

const server = createServer((request, response) => {
  if (request.url === '/memory') {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    response.end(String(heapUsed + external));
    return;
  }
  const abort = new AbortController();
  response.on('close', () => abort.abort());
  const lastEventId = request.headers['last-event-id'];
  const headers = typeof lastEventId === 'string' ? { 'Last-Event-ID': lastEventId } : undefined;
  const live = liveStream(new Request('http://instance/api/live', { headers, signal: abort.signal }));
  response.writeHead(live.status, Object.fromEntries(live.headers));
  Readable.fromWeb(live.body as ReadableStream).pipe(response);
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(`port ${address.port}`);
});
