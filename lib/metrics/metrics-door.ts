import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether an Authorization header carries this token. Takes the same time whatever a wrong one holds. */
export function checkBearer(authorization: string | null, token: string): boolean {
  const given = /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

/** Brings both to one length, which comparing in constant time needs. */
function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
