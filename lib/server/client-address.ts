import type { IncomingMessage } from 'node:http';

/**
 * Where a request really comes from. Each proxy of ours appends what it saw to X-Forwarded-For, so with N trusted proxies
 * the Nth entry from the end is true; everything before it is whatever the client wrote.
 */
export function clientAddressOf(request: Pick<IncomingMessage, 'headers' | 'socket'>, trustedProxies: number): string {
  // A socket for both kinds of address writes IPv4 as IPv6.
  const direct = (request.socket.remoteAddress ?? 'unknown').replace(/^::ffff:(?=\d+\.)/i, '');
  if (trustedProxies === 0) return direct;
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  return forwarded.at(-trustedProxies)?.trim() || direct;
}
