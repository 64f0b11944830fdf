import { randomUUID } from 'node:crypto';
import { problem } from './problem';

type Route<C> = (request: Request, context: C) => Promise<Response>;

/** The one catch-all around our route handlers: what nobody expected is logged with an id and answered opaquely. */
export function handle<C>(route: Route<C>): Route<C> {
  return async (request, context) => {
    try {
      return await route(request, context);
    } catch (error) {
      const requestId = randomUUID();
      // The path alone: a query may carry what must not be logged.
      console.error(`[${requestId}] ${request.method} ${new URL(request.url).pathname} failed:`, error);
      return problem(500, 'internal', `Tell us this number if it happens again: ${requestId}`);
    }
  };
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
 * every POST, PATCH and DELETE and no page can forge it; programs with an API key send none. The host is compared
 * rather than APP_URL, because one instance may be reached by several names.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) return request.headers.get('sec-fetch-site') !== 'cross-site';
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host');
}
