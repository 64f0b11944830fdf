import { timingSafeEqual } from 'node:crypto';
import { jsonWire, type WireResponse } from '@/lib/http/wire';

/** User name, colon and password: two hundred characters at most (lib/config/env.ts), four bytes each at most. */
const LONGEST = 1024;

interface Wanted {
  /** The whole header as everybody writes it. */
  header: Buffer;
  /** What is in it. */
  pair: Buffer;
}

/** The right credentials, made ready to be compared. There are two: of the policy profile and of the event sink. */
const ready = new Map<string, Wanted>();

/** Whether an Authorization header carries these Basic credentials. Takes the same time whatever their content. */
export function checkBasic(authorization: string | null, username: string, password: string): boolean {
  const text = `${username}:${password}`;
  const wanted = ready.get(text) ?? makeReady(text);
  // Every request comes with this header, and nearly all have it just so: that needs no taking apart.
  const given = Buffer.from(authorization ?? '', 'latin1');
  if (given.length === wanted.header.length && timingSafeEqual(given, wanted.header)) return true;
  const token = /^Basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(authorization ?? '')?.[1] ?? '';
  const pair = Buffer.from(token, 'base64');
  // Both brought to one length, so that the time does not tell how long the right ones are.
  const isSame = timingSafeEqual(padded(pair), padded(wanted.pair));
  return isSame && pair.length === wanted.pair.length;
}

function makeReady(text: string): Wanted {
  const pair = Buffer.from(text);
  const wanted = { header: Buffer.from(`Basic ${pair.toString('base64')}`, 'latin1'), pair };
  ready.set(text, wanted);
  return wanted;
}

function padded(text: Buffer): Buffer {
  const whole = Buffer.alloc(LONGEST);
  text.copy(whole);
  return whole;
}

/** Nodes may wait for a challenge before they send credentials (policy-api.md §1, open), so there always is one. */
export const unauthorized: WireResponse = jsonWire(
  401,
  { status: 401, code: 'unauthorized', title: 'Basic credentials are required' },
  { 'WWW-Authenticate': 'Basic realm="Mayfly", charset="UTF-8"' },
);
