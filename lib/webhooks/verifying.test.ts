import { describe, expect, it } from 'vitest';
import { newSecret, signatureHeaders } from './signature';
import { VERIFYING } from './verifying';

type Check = (secret: string, headers: Record<string, string>, body: string) => boolean;

/** As a receiver would run it. */
async function checkByTheBook(): Promise<Check> {
  const code = `${VERIFYING}\nexport { isFromMayfly };`;
  const imported = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as {
    isFromMayfly: Check;
  };
  return imported.isFromMayfly;
}

describe('what the desk tells receivers to do', () => {
  it('lets through what we send, and nothing that was changed, is old, or comes from somebody else', async () => {
    const isFromMayfly = await checkByTheBook();
    const [secret, body] = [newSecret(), '{"topic":"Žofia"}'];
    const headers = signatureHeaders([secret], 'e-1', body, new Date());
    expect(isFromMayfly(secret, headers, body)).toBe(true);
    const two = { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` };
    expect(isFromMayfly(secret, two, body)).toBe(true);
    expect(isFromMayfly(secret, headers, `${body} `)).toBe(false);
    expect(isFromMayfly(newSecret(), headers, body)).toBe(false);
    const old = signatureHeaders([secret], 'e-1', body, new Date(Date.now() - 10 * 60_000));
    expect(isFromMayfly(secret, old, body)).toBe(false);
  });
});
