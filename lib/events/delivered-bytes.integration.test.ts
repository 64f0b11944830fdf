import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { settings } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { flushDecisions } from '@/lib/decisions/record-decisions';
import { serveWire } from '@/lib/http/wire';
import { openPolicyDoor, type PolicyDoor } from '@/lib/testing/ask-policy';
import { testDatabase } from '@/lib/testing/database';
import { sampleEvent } from '@/lib/testing/sample-events';
import { receiveEvents } from './receive-events';

// The same bytes by either way in: the listener that server.ts opens its port with, and what Next's route does.

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
});

const NAME = 'José';
const event = JSON.stringify(sampleEvent('participant_updated', { uuid: 'leg', display_name: NAME }));

test.each([
  ['UTF-8', Buffer.from(event), {}],
  ['UTF-8 with a mark before it', Buffer.from(`\uFEFF${event}`), {}],
  ['Latin letters', Buffer.from(event, 'latin1'), { 'Content-Type': 'application/json; charset=iso-8859-1' }],
  ['said to be packed and is not', Buffer.from(event), { 'Content-Encoding': 'constructor' }],
  ['UTF-16', Buffer.from(event, 'utf16le'), { 'Content-Type': 'application/json; charset=utf-16le' }],
  [
    'UTF-8 that is said to be something else',
    Buffer.from(event),
    { 'Content-Type': 'application/json; charset=iso-8859-1' },
  ],
  ['a list without a wrapper', Buffer.from(`[${event}]`), {}],
])('%s is one event, by either way in', async (_how, body, more: Record<string, string>) => {
  const { username, password } = settings().events;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const headers = { Authorization: authorization, 'Content-Type': 'application/json', ...more };
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
