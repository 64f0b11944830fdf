import { randomUUID } from 'node:crypto';
import { settings } from '@/lib/config/env';
import { isDatabaseUnreachable } from '@/lib/db/prisma-errors';
import { problem } from './problem';

type Route<C> = (request: Request, context: C) => Promise<Response>;

/** The one catch-all around our route handlers: what nobody expected is logged with an id and answered opaquely. */
export function handle<C>(route: Route<C>): Route<C> {
  return async (request, context) => {
    try {
      return await route(request, context);
    } catch (error) {
      if (isDatabaseUnreachable(error)) {
        console.error(`${request.method} ${loggablePath(request.url)}: the database cannot be reached`);
        return problem(503, 'unavailable', 'Try again in a moment.', { headers: { 'Retry-After': '5' } });
      }
      const requestId = randomUUID();
      console.error(`[${requestId}] ${request.method} ${loggablePath(request.url)} failed:`, error);
      return problem(500, 'internal', `Tell us this number if it happens again: ${requestId}`);
    }
  };
}

/** The path without the query, and without the alias: whoever reads an alias in a log is invited. */
function loggablePath(url: string): string {
  return new URL(url).pathname.replace(/(\/meetings\/)[^/]+/, '$1…');
}

/** `handle` for routes that change something: refuses browsers that came from another site. */
export function handleWrite<C>(route: Route<C>): Route<C> {
  return handle(async (request, context) => {
    if (!isSameOrigin(request)) return problem(403, 'cross-origin', 'This can only be done from our own pages.');
    return route(request, context);
  });
}

/**
 * Whether a write comes from our own pages, or from something that is not a browser at all. Browsers send Origin with
 * every POST, PATCH and DELETE and no page can forge it; programs send none. APP_URL is ours even where a proxy writes its
 * own Host, and the Host is ours where one instance is reached by several names.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) return request.headers.get('sec-fetch-site') !== 'cross-site';
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === request.headers.get('host') || origin === new URL(settings().appUrl).origin;
}
