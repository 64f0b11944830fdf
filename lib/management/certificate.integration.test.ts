import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { disconnectDatabase } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { selfSigned } from '@/lib/testing/self-signed';
import { ask } from './management-client';

beforeAll(async () => void (await testDatabase()));
afterAll(disconnectDatabase);

/** What is said of a Management Node at localhost with this certificate. */
async function saidOf(certificate: { cert: string; key: string }): Promise<string> {
  const server = createServer(certificate, (_, response) => response.end('{}'));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const url = `https://localhost:${(server.address() as AddressInfo).port}`;
  try {
    const access = { url, username: 'mayfly', password: 'secret' };
    const asked = ask(access, { method: 'GET', path: 'status/v1/conference/', urgency: 'hard-stop' });
    return await asked.then(String, (error: Error) => error.message);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

it('a certificate that nobody we trust has signed is named, with what to do', async () => {
  expect(await saidOf(selfSigned('localhost'))).toBe(
    'the Management Node has a certificate that Mayfly does not trust (DEPTH_ZERO_SELF_SIGNED_CERT): name the file of whoever signed it in NODE_EXTRA_CA_CERTS',
  );
});
