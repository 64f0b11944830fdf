import { listen } from '../http/listen';

export interface PolicyRequest {
  path: string;
  query: URLSearchParams;
  authorization: string | undefined;
}

export interface PolicyAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON, or as it is when it is text or bytes. */
  body?: unknown;
  /** Keeps the node waiting for ever. */
  isSilent?: boolean;
}

/** A real policy server whose answers a test sets; it keeps what it was asked. */
export async function startPolicyServer(answerTo: (request: PolicyRequest) => PolicyAnswer) {
  const requests: PolicyRequest[] = [];
  const server = await listen(
    (incoming, response) => {
      const url = new URL(incoming.url ?? '/', 'http://policy');
      const { authorization } = incoming.headers;
      const request = { path: url.pathname, query: url.searchParams, authorization };
      requests.push(request);
      const { status = 200, headers = {}, body, isSilent } = answerTo(request);
      if (isSilent) return;
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
      response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body ?? {}));
    },
    '127.0.0.1',
    0,
    null,
  );
  return {
    url: `http://127.0.0.1:${server.port}/api/policy`,
    requests,
    asked: (path: string) => requests.filter((request) => request.path === `/api/policy/policy/v1/${path}`),
    stop: () => server.close(),
  };
}

/** The answer that describes a service. */
export const configuration = (result: Record<string, unknown>): PolicyAnswer => ({
  body: { status: 'success', action: 'continue', result },
});
