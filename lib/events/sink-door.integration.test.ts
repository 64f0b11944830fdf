import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeCapture } from '@/lib/capture/control-capture';
import { closeCapture, flushCaptures } from '@/lib/capture/capture-request';
import { isCapturing } from '@/lib/capture/current-capture';
import { settings } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { flushDecisions } from '@/lib/decisions/record-decisions';
import { serveWire } from '@/lib/http/wire';
import { openPolicyDoor, type PolicyDoor } from '@/lib/testing/ask-policy';
import { testDatabase } from '@/lib/testing/database';
import { sampleEvent } from '@/lib/testing/sample-events';
import { receiveEvents } from './receive-events';

// The sink over real HTTP, through the listener that server.ts opens its port with.

const SECRET = 'Qx7-b_2kLm9~pR.4sT1vW8yZ';
process.env.EVENTS_PATH_SECRET = SECRET;

let door: PolicyDoor;

beforeAll(async () => {
  await testDatabase();
  door = await openPolicyDoor();
});
beforeEach(async () => {
  await database().sinkEvent.deleteMany();
});
afterAll(async () => {
  await door.close();
  await flushDecisions();
  await closeCapture();
});

const basic = () => {
  const { username, password } = settings().events;
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
};
let seq = 0;
const event = () => JSON.stringify(sampleEvent('participant_updated', { uuid: 'leg' }, { seq: (seq += 1) }));

function post(path: string, { authorization = '', body = event(), method = 'POST', type = 'application/json' } = {}) {
  const headers = { 'Content-Type': type, ...(authorization ? { Authorization: authorization } : {}) };
  return door.fetch(path, { method, headers, body: method === 'POST' ? body : undefined });
}

/** Announces a body and sends it only when nothing was answered for a while. */
async function answerToAnnouncement(path: string): Promise<{ status: number; isBodyRead: boolean }> {
  const body = event();
  const asked = request(door.url + path, { method: 'POST', headers: { 'Content-Length': body.length } });
  asked.flushHeaders();
  const answered = new Promise<number>((resolve, reject) => {
    asked.once('error', reject);
    asked.once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
  });
  const isBodyRead = (await Promise.race([answered, sleep(500, 'nothing' as const)])) === 'nothing';
  if (isBodyRead) asked.end(body);
  const status = await answered;
  asked.destroy();
  return { status, isBodyRead };
}

describe('a delivery is let in', () => {
  test.each([
    ['/api/events', true],
    ['/api/events/', true],
    ['/api//events//', true],
    ['/API/Events', true],
    ['/%61pi/events', true],
    [`/api/events/${SECRET}`, false],
    [`/api/events/${SECRET}/`, false],
    [`/api//events//${SECRET}`, false],
    [`/API/Events/${SECRET}`, false],
    [`/api/events/${SECRET.replace('Q', '%51')}`, false],
    ['/api/events/of-a-sink-whose-secret-was-replaced', true],
  ])('at %s, with Basic: %s', async (path, isBasic) => {
    const answer = await post(path, { authorization: isBasic ? basic() : '' });
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'success' }]);
    expect(await database().sinkEvent.count()).toBe(1);
  });

  test('whatever its content type says', async () => {
    expect((await post('/api/events', { authorization: basic(), type: 'text/json' })).status).toBe(200);
  });
});

test('a delivery that is larger than we read is answered 200, so that the node goes on, and its beginning is kept', async () => {
  const answer = await post('/api/events', { authorization: basic(), body: 'beginning'.padEnd(64 * 1024 * 1024 + 1) });
  expect(answer.status).toBe(200);
  const [kept] = await database().sinkEvent.findMany();
  expect(kept).toMatchObject({ subject: null, unreadableReason: expect.stringContaining('larger than we read') });
  expect((kept!.envelope as { body: string }).body).toBe('beginning'.padEnd(16 * 1024));
});

describe('nobody else is', () => {
  test.each([
    ['/api/events'],
    ['/api/events/'],
    [`/api/events/${SECRET.slice(0, -1)}`],
    [`/api/events/${SECRET}x`],
    [`/api/events/${SECRET.toLowerCase()}`],
    [`/api/events/${'x'.repeat(300)}`],
    ['/api/events/%00'],
  ])('%s without credentials: 401 with a challenge, and the attempt is counted', async (path) => {
    await flushDecisions();
    await database().refusedCredentials.deleteMany();
    const { status, headers } = await post(path);
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toMatch(/^Basic /);
    expect(await database().sinkEvent.count()).toBe(0);
    await flushDecisions();
    expect(await database().refusedCredentials.findMany()).toMatchObject([{ door: 'events', attempts: 1 }]);
  });

  test('and is told so before anything of the body is read', async () => {
    expect(await answerToAnnouncement('/api/events')).toEqual({ status: 401, isBodyRead: false });
    const wrong = '/api/events/guessed-and-wrong-and-long';
    expect(await answerToAnnouncement(wrong)).toEqual({ status: 401, isBodyRead: false });
    const right = `/api/events/${SECRET}`;
    expect(await answerToAnnouncement(right)).toEqual({ status: 200, isBodyRead: true });
  });

  test('a path below the secret is not the sink', async () => {
    expect((await post(`/api/events/${SECRET}/more`, { authorization: basic() })).status).toBe(404);
  });
});

test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'])('%s is answered 405 by either way in', async (method) => {
  const answers = [
    await post('/api/events', { method, authorization: basic() }),
    await post(`/api/events/${SECRET}`, { method }),
  ];
  expect(answers.map(({ status, headers }) => [status, headers.get('allow')])).toEqual([
    [405, 'POST'],
    [405, 'POST'],
  ]);
});

test('the secret is in nothing that is captured, and the delivery is', async () => {
  const agent = await database().agent.create({ data: { email: 'a@example.com', name: 'A', passwordHash: 'none' } });
  await changeCapture(15, agent, new Date());
  await expect.poll(() => isCapturing(new Date()), { timeout: 10_000, interval: 20 }).toBe(true);
  expect((await post(`/api/events/${SECRET}?from=node`)).status).toBe(200);
  expect((await post(`/api/events/${SECRET}`, { method: 'GET' })).status).toBe(405);
  await flushCaptures();
  const captured = await database().capturedRequest.findMany({ orderBy: { id: 'asc' } });
  expect(captured.map(({ content }) => content)).toMatchObject([
    { path: '/api/events', query: 'from=node', status: 200 },
    { path: '/api/events', status: 405 },
  ]);
  expect(JSON.stringify(captured.map(({ content }) => content))).not.toContain(SECRET.slice(0, 8));
});

describe.each(['events.jsonl', 'events.synthetic.jsonl'])('every event of %s', (file) => {
  test('is taken in', async () => {
    const lines = (await readFile(`lib/testing/fixtures/${file}`, 'utf8')).trim().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      const { payload } = JSON.parse(line) as { payload: unknown };
      const answer = await post('/api/events', { authorization: basic(), body: JSON.stringify(payload) });
      expect([answer.status, line.slice(0, 120)]).toEqual([200, line.slice(0, 120)]);
    }
    expect(await database().sinkEvent.count()).toBeGreaterThanOrEqual(lines.length);
  });
});

// The listener that server.ts opens its port with, and what Next's route does.
const NAME = 'José';
const named = JSON.stringify(sampleEvent('participant_updated', { uuid: 'leg', display_name: NAME }));

test.each([
  ['UTF-8', Buffer.from(named), {}],
  ['UTF-8 with a mark before it', Buffer.from(`\uFEFF${named}`), {}],
  ['Latin letters', Buffer.from(named, 'latin1'), { 'Content-Type': 'application/json; charset=iso-8859-1' }],
  ['said to be packed and is not', Buffer.from(named), { 'Content-Encoding': 'constructor' }],
  ['UTF-16', Buffer.from(named, 'utf16le'), { 'Content-Type': 'application/json; charset=utf-16le' }],
  [
    'UTF-8 that is said to be something else',
    Buffer.from(named),
    { 'Content-Type': 'application/json; charset=iso-8859-1' },
  ],
  ['a list without a wrapper', Buffer.from(`[${named}]`), {}],
])('%s is one event, by either way in', async (_how, body, more: Record<string, string>) => {
  const headers = { Authorization: basic(), 'Content-Type': 'application/json', ...more };
  const answers = [
    await door.fetch('/api/events', { method: 'POST', headers, body }),
    await serveWire(
      new Request('https://meet.example.com/api/events', { method: 'POST', headers, body: new Uint8Array(body) }),
      receiveEvents,
    ),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const [kept, ...others] = await database().sinkEvent.findMany();
  expect(others).toEqual([]);
  expect(kept).toMatchObject({
    subject: 'leg:leg',
    unreadableReason: null,
    envelope: { data: { display_name: NAME } },
  });
});

describe('a delivery in bytes', () => {
  const doors = {
    'the server': (body: Buffer, headers: Record<string, string>) =>
      door.fetch('/api/events', { method: 'POST', headers, body: new Uint8Array(body) }),
    'a route handler': (body: Buffer, headers: Record<string, string>) =>
      serveWire(
        new Request('http://localhost/api/events', { method: 'POST', headers, body: new Uint8Array(body) }),
        receiveEvents,
      ),
  };

  test.each(Object.entries(doors))(
    'that are compressed is read, and of what is no text all is kept: %s',
    async (_, send) => {
      const headers = { 'Content-Type': 'application/json', Authorization: basic() };
      await send(gzipSync(event()), { ...headers, 'Content-Encoding': 'gzip' });
      const noText = Buffer.from([0x1f, 0x8b, 0xff, 0xfe, seq]);
      await send(noText, headers);
      const stored = await database().sinkEvent.findMany({ orderBy: { id: 'asc' } });
      expect(stored).toMatchObject([
        { subject: 'leg:leg', unreadableReason: null },
        {
          unreadableReason: expect.stringContaining('base64') as string,
          envelope: { body: noText.toString('base64') },
        },
      ]);
    },
  );
});
