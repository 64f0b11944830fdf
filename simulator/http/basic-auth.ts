import { createHash, timingSafeEqual } from 'node:crypto';

export interface Credentials {
  username: string;
  password: string;
}

export function basicAuthorization({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/** Whether an Authorization header carries exactly these credentials, compared in constant time. */
export function isAuthorised(header: string | undefined, credentials: Credentials): boolean {
  const [scheme, encoded] = (header ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'basic' || !encoded) return false;
  // Hashing makes both sides equally long, which timingSafeEqual insists on.
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const given = digest(Buffer.from(encoded, 'base64').toString());
  return timingSafeEqual(given, digest(`${credentials.username}:${credentials.password}`));
}
