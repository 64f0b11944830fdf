import { writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { selfSignedCertificate } from './testing/certificate';
import { startForTest } from './testing/start';

// What the genuine pexrtc.js needs: it speaks https only, to the address it is given, port included.

const { cert, key } = selfSignedCertificate();
const script = path.join(path.dirname(cert), 'given.js');
writeFileSync(script, "window.PexRTC = 'größer';\n");

let simulator: Awaited<ReturnType<typeof startForTest>>;
beforeAll(async () => {
  simulator = await startForTest({
    SIMULATOR_TLS_CERT: cert,
    SIMULATOR_TLS_KEY: key,
    SIMULATOR_PEXRTC_JS: script,
  });
});
afterAll(() => simulator.stop());

const origin = 'http://localhost:3000';

async function ask(method: string, wanted: string, headers: Record<string, string> = {}) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const options = { method, headers: { Origin: origin, ...headers }, rejectUnauthorized: false };
    request(`${simulator.node}${wanted}`, options, resolve).on('error', reject).end();
  });
  let body = '';
  for await (const chunk of response) body += String(chunk);
  return { status: response.statusCode, headers: response.headers, body };
}

test('a node with a certificate says so in its address', () => {
  expect(simulator.node).toMatch(/^https:\/\/localhost:\d+$/);
});

test('the given file is served as pexrtc.js, as it is and as a script', async () => {
  const { status, headers, body } = await ask('GET', '/static/webrtc/js/pexrtc.js');
  expect([status, body]).toEqual([200, "window.PexRTC = 'größer';\n"]);
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
});

test.each([
  ['OPTIONS', '/api/client/v2/conferences/a/release_token?token=x', 204],
  ['POST', '/api/client/v2/conferences/a/request_token', 404],
  ['GET', '/api/client/v2/conferences/a/events?token=x', 403],
  ['GET', '/api/client/v2/conferences/a/theme/', 403],
  ['POST', '/nowhere', 404],
])('%s %s may be read by a page on http', async (method, wanted, status) => {
  const reply = await ask(method, wanted, { 'Content-Type': 'application/json' });
  expect(reply.status).toBe(status);
  expect(reply.headers['access-control-allow-origin']).toBe(origin);
  expect(reply.headers['access-control-allow-credentials']).toBe('true');
});

test.each(['SIMULATOR_TLS_CERT', 'SIMULATOR_TLS_KEY', 'SIMULATOR_PEXRTC_JS'])(
  'a %s that is not there is known at the start',
  async (name) => {
    const files = { SIMULATOR_TLS_CERT: cert, SIMULATOR_TLS_KEY: key, SIMULATOR_PEXRTC_JS: script };
    await expect(startForTest({ ...files, [name]: '/nowhere/file' })).rejects.toThrow('/nowhere/file');
  },
);
