import type { HttpRequest, HttpReply } from './http-exchange';

export type Handler = (request: HttpRequest, params: Record<string, string>) => Promise<HttpReply> | HttpReply;

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Segments after a slash; `:name` takes one segment and is percent-decoded. */
  pattern: string;
  handle: Handler;
}

/** A segment of a path without its escapes. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // an unfinished escape is a name nobody has
  }
}

function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const actual = given[index] ?? '';
    if (segment.startsWith(':')) {
      if (actual === '') return null;
      params[segment.slice(1)] = decodeSegment(actual);
    } else if (segment !== actual) return null;
  }
  return params;
}

/** The first route that fits, with its decoded parameters. Earlier routes win. */
export function findRoute(routes: Route[], method: string, path: string) {
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = match(route.pattern, path);
    if (params) return { route, params };
  }
  return null;
}
