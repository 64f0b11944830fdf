import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

export interface HttpRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  remoteAddress: string;
  remotePort: number;
  /** The parsed JSON body; undefined when there is none, or when it is not JSON. */
  body: unknown;
  /** For replies that stay open, which write themselves and return `'streaming'`. */
  response: ServerResponse;
}

export type HttpReply =
  | { status: number; json: unknown; headers?: Record<string, string> }
  | { status: number; text: string; contentType: string }
  | { status: number; bytes: Buffer; contentType: string }
  | { status: 204 }
  | 'streaming';

/** Larger than any offer; a client that sends more is refused. */
const longestBodyBytes = 1024 * 1024;

/** Reads a JSON body. Clients post bodies of every kind, also none at all, so that what cannot be read is undefined. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length <= longestBodyBytes) chunks.push(bytes);
  }
  if (length === 0 || length > longestBodyBytes) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
}

export function writeReply(response: ServerResponse, reply: HttpReply): void {
  if (reply === 'streaming' || response.writableEnded) return;
  if ('json' in reply) {
    const body = JSON.stringify(reply.json);
    response.writeHead(reply.status, { 'Content-Type': 'application/json', ...reply.headers }).end(body);
  } else if ('text' in reply) {
    response.writeHead(reply.status, { 'Content-Type': reply.contentType }).end(reply.text);
  } else if ('bytes' in reply) {
    response.writeHead(reply.status, { 'Content-Type': reply.contentType }).end(reply.bytes);
  } else {
    response.writeHead(reply.status).end();
  }
}
