import { createHash, timingSafeEqual } from 'node:crypto';
import { jsonWire, type WireResponse } from '@/lib/http/wire';

/**
 * Whether an Authorization header carries these Basic credentials. Both sides are hashed first, so that the comparison
 * takes the same time whatever the length or content of what was sent.
 */
export function checkBasic(authorization: string | null, username: string, password: string): boolean {
  const token = /^Basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(authorization ?? '')?.[1] ?? '';
  const given = createHash('sha256').update(Buffer.from(token, 'base64')).digest();
  const wanted = createHash('sha256').update(`${username}:${password}`).digest();
  return timingSafeEqual(given, wanted);
}

/** Nodes may wait for a challenge before they send credentials (policy-api.md §1, open), so there always is one. */
export const unauthorized: WireResponse = jsonWire(
  401,
  { status: 401, code: 'unauthorized', title: 'Basic credentials are required' },
  { 'WWW-Authenticate': 'Basic realm="Mayfly", charset="UTF-8"' },
);
