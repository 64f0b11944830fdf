import { createHmac, randomBytes } from 'node:crypto';

// Messages are signed by the convention of Standard Webhooks (https://www.standardwebhooks.com), for which receivers find
// libraries in most languages.

const PREFIX = 'whsec_';
/** The convention wants 24 to 64. */
const SECRET_BYTES = 32;

export function newSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

/**
 * The headers by which a receiver knows that a message comes from us and is not an old one sent again by somebody else.
 * @param secrets while one is being replaced, its successor and itself: one signature each, of which one has to be right
 * @param body exactly as it is sent
 * @param sentAt of this try, so that every try has a signature of its own
 */
export function signatureHeaders(
  secrets: readonly string[],
  id: string,
  body: string,
  sentAt: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
