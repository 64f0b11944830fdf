import { isIPv6 } from 'node:net';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { settings, type Settings } from '@/lib/config/env';
import { pool } from '@/lib/db/client';
import { problem } from './problem';

type Limited = keyof Settings['rateLimits'];

const limiters = new Map<Limited, RateLimiterPostgres>();

function limiter(kind: Limited): RateLimiterPostgres {
  const known = limiters.get(kind);
  if (known) return known;
  const { points, durationSeconds } = settings().rateLimits[kind];
  const made = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true, // by our own migration
    keyPrefix: kind,
    points,
    duration: durationSeconds,
  });
  limiters.set(kind, made);
  return made;
}

/** Counts one attempt of `who`. Returns the seconds until the next may be made, or null when this one may. */
export async function secondsToWait(kind: Limited, who: string): Promise<number | null> {
  try {
    await limiter(kind).consume(who.slice(0, 200));
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}

/** What was counted of `who` is forgotten: it turned out to be right. */
export async function forgetAttempts(kind: Limited, who: string): Promise<void> {
  await limiter(kind).delete(who.slice(0, 200));
}

/** Counts one attempt from where this request comes. The answer to give when there were too many, else null. */
export async function refuseTooMany(kind: Limited, request: Request): Promise<Response | null> {
  const seconds = await secondsToWait(kind, addressKey(clientAddress(request.headers)));
  if (seconds === null) return null;
  const detail = `Too many tries from your address. Try again in ${seconds} seconds.`;
  return problem(429, 'rate-limited', detail, { headers: { 'Retry-After': String(seconds) } });
}

/**
 * What one visitor is counted by. An IPv6 network hands each of its customers at least a /64, so counting whole addresses
 * would count nothing.
 */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0');
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`;
}

/** Set by server.ts from the socket, and by nobody else: what a client sends under this name is overwritten. */
export const CLIENT_ADDRESS_HEADER = 'x-mayfly-client-address';

/**
 * Where a request comes from, as far as we trust who says so. Without server.ts nobody sets or guards the header, and the
 * limits then have to be kept by what stands in front of us (README).
 */
export function clientAddress(headers: Headers): string {
  return headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown';
}
