import { timingSafeEqual } from 'node:crypto';
import { jsonWire, type WireResponse } from '@/lib/http/wire';

/** User name, colon and password: two hundred characters at most (lib/config/env.ts), four bytes each at most. */
const LONGEST = 1024;
/** The right credentials, made ready to be compared. There are two: of the policy profile and of the event sink. */
const ready = new Map<string, { length: number; padded: Buffer }>();

/**
 * Whether an Authorization header carries these Basic credentials. Both sides are brought to one length first, so that the
 * comparison takes the same time whatever the length or content of what was sent.
 */
export function checkBasic(authorization: string | null, username: string, password: string): boolean {
  const token = /^Basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(authorization ?? '')?.[1] ?? '';
  const pair = `${username}:${password}`;
  const wanted = ready.get(pair) ?? padded(Buffer.from(pair));
  ready.set(pair, wanted);
  const given = padded(Buffer.from(token, 'base64'));
  const isSame = timingSafeEqual(given.padded, wanted.padded);
  return isSame && given.length === wanted.length;
}

function padded(text: Buffer): { length: number; padded: Buffer } {
  const whole = Buffer.alloc(LONGEST);
  text.copy(whole);
  return { length: text.length, padded: whole };
}

/** Nodes may wait for a challenge before they send credentials (policy-api.md §1, open), so there always is one. */
export const unauthorized: WireResponse = jsonWire(
  401,
  { status: 401, code: 'unauthorized', title: 'Basic credentials are required' },
  { 'WWW-Authenticate': 'Basic realm="Mayfly", charset="UTF-8"' },
);
