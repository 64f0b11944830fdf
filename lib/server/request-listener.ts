import type { IncomingMessage, ServerResponse } from 'node:http';
import { settings } from '@/lib/config/env';
import { EVENTS_PATH, receiveEvents } from '@/lib/events/receive-events';
import { mayReport } from '@/lib/events/sink-credentials';
import { answerPolicy } from '@/lib/policy/answer-policy';
import { answerWire, type WireDoor } from './answer-wire';
import { clientAddressOf } from './client-address';
import type { HandOver } from './hand-over';

/** A sink's whole address is at most this long (event-sink.md §1); of the others the beginning tells enough. */
const LONGEST_PATH = 255;

/** A policy request says everything in its address, so nothing more of it is read. */
const POLICY: WireDoor = { handler: answerPolicy, readsBodyOf: () => false };

/** A body may be megabytes: it is read from nobody who has not shown credentials. */
const eventsDoor = (pathSecret: string | null): WireDoor => ({
  handler: (request) => receiveEvents(request, pathSecret),
  readsBodyOf: ({ headers }) => mayReport({ authorization: headers.authorization ?? null, pathSecret }),
});
const EVENTS = eventsDoor(null);

/**
 * Policy and events are answered here, and everything else is handed over to Next: its request path costs thirteen times
 * what the answer does (design.md §10), and it answers an untidy path with a redirect, which nodes do not follow.
 */
export function requestListener(handOver: HandOver) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = withoutOrigin(request.url ?? '/');
    const queryAt = url.indexOf('?');
    const path = queryAt < 0 ? url : url.slice(0, queryAt);
    const door = wireDoor(path);
    if (door) {
      // Whoever is behind the door logs and captures the path: a secret in it stays out here.
      const shownPath = door === POLICY || door === EVENTS ? path : EVENTS_PATH;
      answerWire(request, response, door, shownPath, queryAt < 0 ? '' : url.slice(queryAt + 1));
      return;
    }
    if (!path.startsWith('/') || /[^!-\xff]/.test(url)) {
      // `OPTIONS *` and the like, or white space in it: no page has such an address.
      response.writeHead(400).end();
      return;
    }
    handOver(request, response, {
      path: isDecodable(path) ? url : `${path.replaceAll('%', '%25')}${url.slice(path.length)}`,
      clientAddress: clientAddressOf(request, settings().trustedProxies),
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
  const plain = path
    .slice(0, LONGEST_PATH)
    .replace(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/[/\\]+/g, '/');
  // Also where a node asks with a wrong profile URL before it: it is told so, and the Connection page tells the administrator.
  if (/^\/api\/policy(\/|$)|\/policy\/v1(\/|$)/i.test(plain)) return POLICY;
  const events = /^\/api\/events(?:\/([^/]+))?\/?$/i.exec(plain);
  if (!events) return null;
  return events[1] === undefined ? EVENTS : eventsDoor(events[1]);
}
