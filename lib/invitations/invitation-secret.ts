import { createHash, randomBytes } from 'node:crypto';

/** What a personal link carries: 144 random bits in 24 characters that need no escaping in an address. */
export function newInvitationSecret(): string {
  return randomBytes(18).toString('base64url');
}

/** How it is stored, and found again. */
export function hashInvitationSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
