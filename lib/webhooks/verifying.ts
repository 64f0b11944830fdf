/** What a receiver does with the secret, in the language that most of them can read. */
export const VERIFYING = `import { createHmac, timingSafeEqual } from 'node:crypto';

// body: the bytes as they came, before they are parsed
function isFromMayfly(secret, headers, body) {
  const id = headers['webhook-id'];
  const sentAt = headers['webhook-timestamp'];
  if (Math.abs(Date.now() / 1000 - sentAt) > 300) return false;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const wanted = createHmac('sha256', key).update(\`\${id}.\${sentAt}.\${body}\`).digest();
  return headers['webhook-signature'].split(' ').some((signature) => {
    const given = Buffer.from(signature.replace('v1,', ''), 'base64');
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}`;
