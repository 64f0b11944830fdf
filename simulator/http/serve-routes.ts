import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Log } from '../log';
import { allowOrigin, answerPreflight } from './cors';
import { readJson, writeReply, type HttpReply, type HttpRequest } from './http-exchange';
import { findRoute, type Route } from './router';

interface Site {
  routes: Route[];
  log: Log;
  /** Browsers on other origins may call it. */
  isOpenToBrowsers: boolean;
  /** Runs before the routes; a reply ends the request. */
  guard?(request: HttpRequest): HttpReply | null;
  notFound: HttpReply;
}

async function readRequest(request: IncomingMessage, response: ServerResponse): Promise<HttpRequest> {
  const url = new URL(`http://node${request.url ?? '/'}`);
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    // A dual-stack socket shows IPv4 callers in IPv6 clothing.
    remoteAddress: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    remotePort: request.socket.remotePort ?? 0,
    body: await readJson(request),
    response,
  };
}

async function answer(site: Site, request: HttpRequest): Promise<HttpReply> {
  const refusal = site.guard?.(request) ?? null;
  if (refusal) return refusal;
  // HEAD is a GET whose body Node leaves out.
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const found = findRoute(site.routes, method, request.path);
  return found ? found.route.handle(request, found.params) : site.notFound;
}

/** Serves routes over node:http. A handler that throws is a bug: it is logged, and the caller gets 500. */
export function serveRoutes(site: Site): RequestListener {
  return (incoming, response) => {
    if (site.isOpenToBrowsers) allowOrigin(incoming, response);
    if (site.isOpenToBrowsers && incoming.method === 'OPTIONS') return answerPreflight(response);
    readRequest(incoming, response)
      .then((request) => answer(site, request))
      .then((reply) => writeReply(response, reply))
      .catch((error: unknown) => {
        if (incoming.destroyed && !incoming.complete) return; // the caller went away in mid-request
        site.log(`internal error: ${error instanceof Error ? error.stack : String(error)}`);
        if (!response.headersSent)
          writeReply(response, { status: 500, json: { status: 'failed', result: 'Internal error' } });
      });
  };
}
