import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Twelve digits (design.md §4): Infinity takes four to twenty, and nobody ever types this one. */
const PIN_DIGITS = 12;

/** A host PIN. Digits only, without `#`, so that it never clashes with the form a guest PIN would need. */
export function newHostPin(): string {
  return Array.from({ length: PIN_DIGITS }, () => randomInt(10)).join('');
}

/** The creator's key to a meeting: 256 random bits, given out once. */
export function newHostKey(): string {
  return randomBytes(32).toString('base64url');
}

/** How a host key is stored. */
export function hashHostKey(hostKey: string): string {
  return createHash('sha256').update(hostKey).digest('hex');
}

/** Whether a key opens the meeting with this hash, in a time that does not depend on where they differ. */
export function isHostKey(hostKey: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashHostKey(hostKey)), Buffer.from(hash));
}
