import type { IncomingMessage, ServerResponse } from 'node:http';
import { settings } from '@/lib/config/env';
import { receiveEvents } from '@/lib/events/receive-events';
import { clientAddressOf } from './client-address';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/rate-limit';
import { tooLarge, WIRE_BODY_LIMIT, type WireHandler, type WireResponse } from '@/lib/http/wire';
import { answerPolicy } from '@/lib/policy/answer-policy';

type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Policy and events are answered here, before Next: its request path costs thirteen times what the answer does
 * (design.md §10), and it answers an untidy path with a redirect, which nodes do not follow.
 */
export function requestListener(next: NextHandler) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '/';
    const queryAt = url.indexOf('?');
    const path = queryAt < 0 ? url : url.slice(0, queryAt);
    const handler = wireHandler(path);
    if (handler) {
      void answerWire(request, response, handler, path, queryAt < 0 ? '' : url.slice(queryAt + 1));
      return;
    }
    if (!isDecodable(path)) request.url = `${path.replaceAll('%', '%25')}${url.slice(path.length)}`;
    request.headers[CLIENT_ADDRESS_HEADER] = clientAddressOf(request, settings().trustedProxies);
    next(request, response).catch((error: unknown) => {
      console.error(`${request.method} request failed:`, error);
      if (!response.headersSent) response.writeHead(500).end();
    });
  };
}

/** Next answers a broken percent-escape with 500; taken as it is written, it is a page or an alias that nobody has. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function wireHandler(path: string): WireHandler | null {
  const tidy = path.replace(/%2f/gi, '/').replace(/\/{2,}/g, '/');
  if (/^\/api\/policy(\/|$)/.test(tidy)) return answerPolicy;
  return /^\/api\/events\/?$/.test(tidy) ? receiveEvents : null;
}

async function answerWire(
  request: IncomingMessage,
  response: ServerResponse,
  handler: WireHandler,
  path: string,
  query: string,
): Promise<void> {
  try {
    if ((inHand += 1) > 1) await endOfTurn();
    const body = await readBody(request);
    const answer =
      body === null
        ? tooLarge
        : await handler({
            method: request.method ?? 'GET',
            path,
            query,
            authorization: request.headers.authorization ?? null,
            address: clientAddressOf(request, settings().trustedProxies),
            body,
          });
    if (answer === tooLarge) {
      // What is still to come is not read: the connection ends with the answer.
      response.setHeader('Connection', 'close');
    }
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
  // As every policy request: waiting for the end of nothing would be a good part of its cost.
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (encoding === undefined && (length === undefined || length === '0')) return '';
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
