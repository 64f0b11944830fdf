import type { NowOrLater } from '@/lib/now-or-later';
import { bodyText, type BodyHeaders } from './body-text';
import { clientAddress } from './rate-limit';

/**
 * A request and its answer without any framework: what the policy server and the event sink speak, since nodes call
 * them far more often than Next's router could answer (design.md §10).
 */
export interface WireRequest {
  method: string;
  /** Path as received, still percent-encoded, without the query. */
  path: string;
  /** Query string as received, without the question mark. */
  query: string;
  authorization: string | null;
  /** Where the request came from, as far as our proxies can say. */
  address: string;
  body: string;
  /** The body as it came, in base64, where some of it is no text. */
  original?: string;
  /** The body was larger than we read: only its beginning is here. */
  isCut?: boolean;
}

export interface WireResponse {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

export type WireHandler = (request: WireRequest) => NowOrLater<WireResponse>;

export function jsonWire(status: number, body: unknown, headers: Record<string, string> = {}): WireResponse {
  return {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}

/** The most that one request to a wire handler may carry. A bulk after an outage is megabytes, and refused it would come again for ever. */
export const WIRE_BODY_LIMIT = 64 * 1024 * 1024;

/** What is kept of a larger one, for support to see what it was. */
export const CUT_BODY_LENGTH = 16 * 1024;

/** Of a body that is too large, what is kept. */
export function cutBody(beginning: Buffer): { body: string; isCut: true } {
  return { body: beginning.subarray(0, CUT_BODY_LENGTH).toString('utf8'), isCut: true };
}

/** A whole body as a wire handler reads it; of one that is too large, or would be if it were not compressed, the beginning. */
export async function wireBody(
  bytes: Buffer,
  headers: BodyHeaders,
): Promise<Pick<WireRequest, 'body' | 'original' | 'isCut'>> {
  const read = bytes.length > WIRE_BODY_LIMIT ? null : await bodyText(bytes, headers, WIRE_BODY_LIMIT);
  return read ?? cutBody(bytes);
}

/** Serves a wire handler from a route handler: the second of two thin adapters, for hosts without our server.ts. */
export async function serveWire(request: Request, handler: WireHandler): Promise<Response> {
  const url = new URL(request.url);
  const bytes = Buffer.from(await request.arrayBuffer());
  const answer = await handler({
    method: request.method,
    path: url.pathname,
    query: url.search.slice(1),
    authorization: request.headers.get('authorization'),
    address: clientAddress(request.headers),
    ...(await wireBody(bytes, {
      type: request.headers.get('content-type'),
      encoding: request.headers.get('content-encoding'),
    })),
  });
  // An empty text would be sent as one of type text/plain.
  const sent = answer.body.length === 0 ? null : new Uint8Array(Buffer.from(answer.body));
  return new Response(sent, {
    status: answer.status,
    headers: answer.headers,
  });
}
