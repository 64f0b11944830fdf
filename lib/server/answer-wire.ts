import type { IncomingMessage, ServerResponse } from 'node:http';
import { settings } from '@/lib/config/env';
import {
  CUT_BODY_LENGTH,
  cutBody,
  jsonWire,
  WIRE_BODY_LIMIT,
  wireBody,
  type WireHandler,
  type WireRequest,
  type WireResponse,
} from '@/lib/http/wire';
import { recovering, whenThere, type NowOrLater } from '@/lib/now-or-later';
import { clientAddressOf } from './client-address';

/** What answers below one of our addresses, and whose body it reads. */
export interface WireDoor {
  handler: WireHandler;
  readsBodyOf(request: IncomingMessage): boolean;
}

/**
 * Answers a request without any framework, at the end of this turn of the event loop: requests that arrived together are
 * answered together. Code and data stay in the processor's caches from one to the next, and look-ups find each other.
 */
export function answerWire(
  request: IncomingMessage,
  response: ServerResponse,
  door: WireDoor,
  path: string,
  query: string,
): void {
  atEndOfTurn(() => {
    void recovering(
      () => whenThere(answerOf(request, door, path, query), (answer) => send({ response, answer })),
      (error) => {
        console.error(`${request.method} ${path} failed:`, error);
        send({ response, answer: failed });
      },
    );
  });
}

const atEndOfTurn = gathered<() => void>(setImmediate, (work) => work());

const failed = jsonWire(500, { status: 'failed' });

/** Answers that are ready together are sent together, once the last of them is: sent in between, they were seen to cost more. */
const send = gathered<{ response: ServerResponse; answer: WireResponse }>(queueMicrotask, ({ response, answer }) => {
  const { status, headers, body } = answer;
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  try {
    response.writeHead(status, { ...headers, 'Content-Length': length }).end(body);
  } catch (error) {
    console.error('an answer could not be sent:', error);
    response.destroy();
  }
});

/** Does for each what is to be done, for all that have come by the time that `later` names. */
function gathered<T>(later: (run: () => void) => void, each: (item: T) => void): (item: T) => void {
  let items: T[] = [];
  const run = () => {
    const all = items;
    items = [];
    for (const item of all) each(item);
  };
  return (item) => {
    if (items.push(item) === 1) later(run);
  };
}

function answerOf(request: IncomingMessage, door: WireDoor, path: string, query: string): NowOrLater<WireResponse> {
  const asked = {
    method: request.method ?? 'GET',
    path,
    query,
    authorization: request.headers.authorization ?? null,
    address: clientAddressOf(request, settings().trustedProxies),
  };
  if (!hasBody(request)) return door.handler({ ...asked, body: '' });
  // What is still to come and nobody wants is not read: the connection ends with the answer.
  const closing = (answer: WireResponse) => ({ ...answer, headers: { ...answer.headers, Connection: 'close' } });
  if (!door.readsBodyOf(request)) return whenThere(door.handler({ ...asked, body: '' }), closing);
  return readBody(request).then(async (read) => {
    const answer = await door.handler({ ...asked, ...read });
    return read.isCut ? closing(answer) : answer;
  });
}

/** How long we listen to the rest of what we will not take: a sender that is cut off does not read the answer. */
const DRAIN_LIMIT_MS = 3_000;

/** The whole body as text; of one that is larger than a wire request may be only the beginning. */
function readBody(request: IncomingMessage): Promise<Pick<WireRequest, 'body' | 'original' | 'isCut'>> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    let limit: NodeJS.Timeout | undefined;
    const cut = () => resolve(cutBody(Buffer.concat(chunks)));
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= WIRE_BODY_LIMIT) return void chunks.push(chunk);
      if (limit) return;
      chunks = [Buffer.concat(chunks).subarray(0, CUT_BODY_LENGTH)];
      limit = setTimeout(cut, DRAIN_LIMIT_MS);
    });
    request.once('end', () => {
      clearTimeout(limit);
      if (limit) cut();
      else resolve(wireBody(Buffer.concat(chunks), bodyHeaders(request)));
    });
    request.once('error', reject);
  });
}

function bodyHeaders({ headers }: IncomingMessage) {
  return { type: headers['content-type'] ?? null, encoding: headers['content-encoding'] ?? null };
}

function hasBody({ headers }: IncomingMessage): boolean {
  const { 'content-length': length, 'transfer-encoding': encoding } = headers;
  return encoding !== undefined || (length !== undefined && length !== '0');
}
