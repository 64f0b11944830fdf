import { isSameSecret } from '@/lib/auth/same-secret';

/** Whether an Authorization header carries this token. Takes the same time whatever a wrong one holds. */
export function checkBearer(authorization: string | null, token: string): boolean {
  const given = /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1] ?? '';
  return isSameSecret(given, token);
}
