import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settings } from '@/lib/config/env';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { sampleEvent } from '@/lib/testing/sample-events';
import { databaseByWay, type DatabaseByWay } from '@/lib/testing/way-to-database';
import { receiveEvents } from './receive-events';

/** What a node waits for an answer (event-sink.md §1). */
const NODE_WAITS_MS = 7_000;

let there: DatabaseByWay;

beforeAll(async () => {
  there = await databaseByWay();
});
afterAll(() => there.close());

async function post(uuid: string): Promise<{ uuid: string; status: number; tookMs: number }> {
  const { username, password } = settings().events;
  const from = performance.now();
  const { status } = await receiveEvents({
    ...{ method: 'POST', path: '/api/events', query: '', address: '192.0.2.11' },
    authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
    body: JSON.stringify(sampleEvent('participant_connected', { uuid, conference: 'Room' })),
  });
  return { uuid, status, tookMs: performance.now() - from };
}

/** Many nodes, some of which come while earlier ones are waiting. */
async function postMany(name: string): Promise<Awaited<ReturnType<typeof post>>[]> {
  const answers: Promise<Awaited<ReturnType<typeof post>>>[] = [];
  for (let count = 0; count < 40; count += 1) {
    answers.push(post(`${name}-${count}`));
    if (count % 10 === 9) await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return Promise.all(answers);
}

async function storedUuids(): Promise<string[]> {
  const { rows } = await there.directly.query<{ uuid: string }>(
    "select envelope->'data'->>'uuid' as uuid from sink_event",
  );
  return rows.map(({ uuid }) => uuid);
}

describe.each(['freeze', 'cut'] as const)('while the way to the database is lost (%s)', (how) => {
  test('everybody is told before they give up, and what was answered 200 is stored', async () => {
    expect((await post(`${how}-before`)).status).toBe(200);
    there.way[how]();
    const during = await postMany(how);
    there.way.open();
    expect(during.filter(({ status }) => status !== 503)).toEqual([]);
    expect(during.filter(({ tookMs }) => tookMs > NODE_WAITS_MS)).toEqual([]);
    takeConsoleErrors();

    // Nodes send them again until they are taken.
    for (const { uuid } of during) {
      await expect.poll(async () => (await post(uuid)).status, { timeout: 10_000, interval: 100 }).toBe(200);
    }
    const stored = await storedUuids();
    for (const { uuid } of during) expect(stored.filter((each) => each === uuid)).toEqual([uuid]);
    takeConsoleErrors();
  });
});
