import { checkBasic } from '@/lib/auth/node-credentials';
import { isSameSecret } from '@/lib/auth/same-secret';
import { settings } from '@/lib/config/env';

/** What a delivery came with: the header, and what stood behind `/api/events/`; null where there was none. */
export interface SinkCredentials {
  authorization: string | null;
  pathSecret: string | null;
}

/**
 * Whether this may report events: by Basic, or by the secret in its address, for sinks that can be given no password.
 * Takes the same time whatever a wrong one holds.
 */
export function mayReport({ authorization, pathSecret }: SinkCredentials): boolean {
  const { username, password, pathSecret: wanted } = settings().events;
  if (pathSecret !== null && wanted !== null && isSameSecret(pathSecret, wanted)) return true;
  return checkBasic(authorization, username, password);
}
