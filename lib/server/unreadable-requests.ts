import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { jsonWire, type WireResponse } from '@/lib/http/wire';

/** What node:http makes of a request that it cannot read, by the error's code; anything else is 400. */
const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
};

/** Somebody who is still sending does not read the answer; after this long they are cut off. */
const READS_WITHIN_MS = 3_000;

/** Answers what never becomes a request, as every other failure is answered: by itself node:http says nothing, or not in JSON. */
export function answerUnreadable(server: Server): void {
  // We are nobody's tunnel.
  server.on('connect', (_request, socket) => end(socket, jsonWire(405, { status: 'failed' }, { Allow: 'GET' })));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Another answer is on its way, and this one would stand in the middle of it.
    const under = (socket as { _httpMessage?: ServerResponse })._httpMessage;
    if (error.code === 'ECONNRESET' || !socket.writable || under?.headersSent) socket.destroy();
    else end(socket, jsonWire(STATUS_OF[error.code ?? ''] ?? 400, { status: 'failed' }));
  });
}

function end(socket: Duplex, { status, headers, body }: WireResponse): void {
  const fields = { ...headers, 'Content-Length': Buffer.byteLength(body), Connection: 'close' };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body.toString()}`);
  socket.resume();
  const limit = setTimeout(() => socket.destroy(), READS_WITHIN_MS);
  socket.once('close', () => clearTimeout(limit));
}
