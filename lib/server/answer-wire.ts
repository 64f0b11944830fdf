import type { IncomingMessage, ServerResponse } from 'node:http';
import { settings } from '@/lib/config/env';
import { tooLarge, WIRE_BODY_LIMIT, type WireHandler, type WireResponse } from '@/lib/http/wire';
import { clientAddressOf } from './client-address';

/** What answers below one of our addresses, and whose body it reads. */
export interface WireDoor {
  handler: WireHandler;
  readsBodyOf(request: IncomingMessage): boolean;
}

/** Answers a request without any framework. Never rejects. */
export async function answerWire(
  request: IncomingMessage,
  response: ServerResponse,
  door: WireDoor,
  path: string,
  query: string,
): Promise<void> {
  try {
    if ((inHand += 1) > 1) await endOfTurn();
    const readsBody = door.readsBodyOf(request);
    const body = readsBody ? await readBody(request) : '';
    const answer =
      body === null
        ? tooLarge
        : await door.handler({
            method: request.method ?? 'GET',
            path,
            query,
            authorization: request.headers.authorization ?? null,
            address: clientAddressOf(request, settings().trustedProxies),
            body,
          });
    // What is still to come is not read: the connection ends with the answer.
    if (answer === tooLarge || (!readsBody && hasBody(request))) response.setHeader('Connection', 'close');
    write(response, answer);
  } catch (error) {
    console.error(`${request.method} ${path} failed:`, error);
    write(response, { status: 500, headers: { 'Content-Type': 'application/json' }, body: '{"status":"failed"}' });
  } finally {
    inHand -= 1;
  }
}

/** Requests that are being answered. */
let inHand = 0;
let turn: Promise<void> | null = null;

/**
 * Under load, requests that arrived together are answered together, once all of them have been read: code and data stay in
 * the processor's caches from one to the next, and look-ups find each other. One that comes alone does not wait.
 */
function endOfTurn(): Promise<void> {
  return (turn ??= new Promise((resolve) =>
    setImmediate(() => {
      turn = null;
      resolve();
    }),
  ));
}

function write(response: ServerResponse, { status, headers, body }: WireResponse): void {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  response.writeHead(status, { ...headers, 'Content-Length': length }).end(body);
}

/** How long we listen to the rest of what we will not take: a sender that is cut off does not read the answer. */
const DRAIN_LIMIT_MS = 3_000;

/** The whole body as text; null when it is larger than a wire request may be, and then nothing of it is kept. */
function readBody(request: IncomingMessage): Promise<string | null> | string {
  if (!hasBody(request)) return '';
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    let limit: NodeJS.Timeout | undefined;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= WIRE_BODY_LIMIT) chunks.push(chunk);
      else chunks = [];
      if (size > WIRE_BODY_LIMIT) limit ??= setTimeout(() => resolve(null), DRAIN_LIMIT_MS);
    });
    request.once('end', () => {
      clearTimeout(limit);
      resolve(size > WIRE_BODY_LIMIT ? null : Buffer.concat(chunks).toString('utf8'));
    });
    request.once('error', reject);
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  const { 'content-length': length, 'transfer-encoding': encoding } = headers;
  return encoding !== undefined || (length !== undefined && length !== '0');
}
