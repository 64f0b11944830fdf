import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Puts the CORS headers of client-api.md §1 on a reply. The origin is echoed, never `*`: the hang-up beacon is always
 * credentialed, and Chromium drops it when the preflight answers `*`, which loses every release of a token.
 */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Vary', 'Origin');
  if (!request.headers.origin) return;
  response.setHeader('Access-Control-Allow-Origin', request.headers.origin);
  response.setHeader('Access-Control-Allow-Credentials', 'true');
}

/** Answers a preflight, which carries no credentials and may come for any path. */
export function answerPreflight(response: ServerResponse): void {
  response.writeHead(204, {
    'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
    'Access-Control-Allow-Headers': 'token, pin, content-type, authorization',
    // Paths hold uuids, so that each is preflighted once; two hours is the longest Chromium remembers.
    'Access-Control-Max-Age': '7200',
  });
  response.end();
}
