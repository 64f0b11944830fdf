import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkBasic } from '@/lib/auth/node-credentials';
import { settings } from '@/lib/config/env';
import { receiveEvents } from '@/lib/events/receive-events';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/rate-limit';
import { answerPolicy } from '@/lib/policy/answer-policy';
import { answerWire, type WireDoor } from './answer-wire';
import { clientAddressOf } from './client-address';

type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A policy request says everything in its address, so nothing more of it is read. */
const POLICY: WireDoor = { handler: answerPolicy, readsBodyOf: () => false };

/** A body may be megabytes: it is read from nobody who has not shown credentials. */
const EVENTS: WireDoor = {
  handler: receiveEvents,
  readsBodyOf: ({ headers }) => {
    const { username, password } = settings().events;
    return checkBasic(headers.authorization ?? null, username, password);
  },
};

/**
 * Policy and events are answered here, before Next: its request path costs thirteen times what the answer does
 * (design.md §10), and it answers an untidy path with a redirect, which nodes do not follow.
 */
export function requestListener(next: NextHandler) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = withoutOrigin(request.url ?? '/');
    const queryAt = url.indexOf('?');
    const path = queryAt < 0 ? url : url.slice(0, queryAt);
    const door = wireDoor(path);
    if (door) {
      void answerWire(request, response, door, path, queryAt < 0 ? '' : url.slice(queryAt + 1));
      return;
    }
    if (!path.startsWith('/')) {
      // `OPTIONS *` and the like: no page has such an address.
      response.writeHead(400).end();
      return;
    }
    request.url = isDecodable(path) ? url : `${path.replaceAll('%', '%25')}${url.slice(path.length)}`;
    request.headers[CLIENT_ADDRESS_HEADER] = clientAddressOf(request, settings().trustedProxies);
    next(request, response).catch((error: unknown) => {
      console.error(`${request.method} request failed:`, error);
      if (!response.headersSent) response.writeHead(500).end();
    });
  };
}

/** A client may write the whole address in its first line, and we have to take it (RFC 9112 §3.2.2). */
function withoutOrigin(url: string): string {
  return url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/?#]*/i, '') || '/';
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

/** However the path is written: Next would answer untidy ones with a redirect or with HTML. */
function wireDoor(path: string): WireDoor | null {
  const tidy = path
    .slice(0, 200)
    .replace(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  const plain = tidy.replace(/[/\\]+/g, '/').toLowerCase();
  if (/^\/api\/policy(\/|$)/.test(plain)) return POLICY;
  return /^\/api\/events\/?$/.test(plain) ? EVENTS : null;
}
