import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { settings } from '@/lib/config/env';
import { flushDecisions } from '@/lib/decisions/record-decisions';
import { serveWire } from '@/lib/http/wire';
import { openPolicyDoor, type PolicyDoor } from '@/lib/testing/ask-policy';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { answerPolicy } from './answer-policy';

// The two adapters of one function: the server's own, and the one that route handlers are made of.

let door: PolicyDoor;
let alias: string;

beforeAll(async () => {
  await testDatabase();
  ({ alias } = await storedMeeting());
  door = await openPolicyDoor();
});

afterAll(async () => {
  await door.close();
  await flushDecisions();
});

const HEADERS = ['content-type', 'cache-control', 'www-authenticate', 'allow'];

/** Status, headers and bytes; the decision's id is another each time. */
async function written(response: Response) {
  const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
  const headers = HEADERS.map((name) => response.headers.get(name));
  return [response.status, headers, body.replace(/"decision":"[0-9a-f-]{36}"/, '"decision":"…"')];
}

it.each([
  ['GET', () => `service/configuration?local_alias=${alias}&location=Oslo`],
  ['GET', () => `service/configuration?local_alias=sip%3A${alias.toUpperCase()}%40example.com`],
  ['GET', () => 'service/configuration?local_alias=not-ours%ZZ&remote_display_name=%F0%9F%90%9D+%00'],
  ['GET', () => `participant/properties?local_alias=${alias}&call_tag=${randomUUID()}`],
  ['GET', () => 'participant/location'],
  ['GET', () => 'participant/avatar/Ann%20B%2FC'],
  ['GET', () => 'registrations?q=room'],
  ['GET', () => 'registrations/sip%3Aroom7%40example.com'],
  ['GET', () => 'no/such/request'],
  ['HEAD', () => 'service/configuration'],
  ['OPTIONS', () => 'service/configuration'],
  ['DELETE', () => 'registrations/room7'],
])('%s is answered byte for byte the same by both: %s', async (method, path) => {
  const { username, password } = settings().policy;
  const right = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const target = `/api/policy/policy/v1/${path()}`;
  for (const Authorization of [right, 'Basic d3Jvbmc6d3Jvbmc=']) {
    const headers = { Authorization };
    const direct = await written(await door.fetch(target, { method, headers }));
    const handler = await serveWire(new Request(door.url + target, { method, headers }), answerPolicy);
    // Whatever sends it leaves the body of an answer to HEAD away.
    const sent = method === 'HEAD' ? new Response(null, handler) : handler;
    expect(await written(sent)).toEqual(direct);
  }
});
