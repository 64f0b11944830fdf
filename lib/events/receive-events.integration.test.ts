import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settings } from '@/lib/config/env';
import { database, pool } from '@/lib/db/client';
import type { WireRequest } from '@/lib/http/wire';
import { testDatabase } from '@/lib/testing/database';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { sampleEvent } from '@/lib/testing/sample-events';
import { receiveEvents } from './receive-events';

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  await pool().query('truncate event_to_apply, sink_event');
});

const basic = (username: string, password: string) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

function post(body: unknown, over: Partial<WireRequest> = {}) {
  const { username, password } = settings().events;
  return receiveEvents({
    method: 'POST',
    path: '/api/events',
    query: '',
    authorization: basic(username, password),
    address: '192.0.2.11',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...over,
  });
}

const bulk = (events: unknown[]) => ({ event: 'eventsink_bulk', node: '127.0.0.1', seq: 0, version: 2, data: events });

/** What is stored, by the events' own order. */
async function storedUuids(): Promise<string[]> {
  const { rows } = await pool().query<{ uuid: string }>(
    "select envelope->'data'->>'uuid' as uuid from sink_event order by uuid",
  );
  return rows.map(({ uuid }) => uuid);
}

/** How many transactions wrote what is stored. */
async function writes(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    'select count(distinct xmin::text)::int as count from sink_event',
  );
  return rows[0]?.count ?? 0;
}

const connected = (uuid: string) => sampleEvent('participant_connected', { uuid, conference: 'Room' });

describe('what the sink answers', () => {
  test.each([
    ['none', null],
    ['wrong', basic('infinity', 'guess')],
  ])('401 with a challenge to %s credentials, and nothing is stored', async (_name, authorization) => {
    const answer = await post(sampleEvent('eventsink_started', {}), { authorization });
    expect(answer.status).toBe(401);
    expect(answer.headers['WWW-Authenticate']).toMatch(/^Basic /);
    expect(await database().sinkEvent.count()).toBe(0);
  });

  test('405 to anything but POST', async () => {
    expect(await post('', { method: 'GET' })).toMatchObject({ status: 405, headers: { Allow: 'POST' } });
  });

  test('200 to what nobody can read, and it is kept with the reason', async () => {
    expect((await post('{"event": oops \u0000')).status).toBe(200);
    expect(await database().sinkEvent.findMany()).toMatchObject([
      { subject: null, unreadableReason: 'not JSON', envelope: { body: '{"event": oops \uFFFD' } },
    ]);
  });

  test('503 while storing fails, and the same delivery is taken once it works again', async () => {
    await pool().query('alter table sink_event rename to sink_event_away');
    const event = sampleEvent('participant_connected', { uuid: 'a', conference: 'Room', display_name: 'Secret Name' });
    try {
      expect((await post(event)).status).toBe(503);
    } finally {
      await pool().query('alter table sink_event_away rename to sink_event');
    }
    const logged = takeConsoleErrors().flat().join(' ');
    expect(logged).toContain('could not store 1 event(s)');
    expect(logged).not.toContain('Secret Name');
    expect((await post(event)).status).toBe(200);
    expect(await storedUuids()).toEqual(['a']);
  });
});

describe('deliveries that come at the same moment', () => {
  test('are all stored, by a few statements', async () => {
    const answers = await Promise.all(Array.from({ length: 600 }, (_, index) => post(connected(`leg-${index}`))));
    expect(answers.filter((answer) => answer.status !== 200)).toEqual([]);
    expect(await database().sinkEvent.count()).toBe(600);
    expect(await writes()).toBeLessThanOrEqual(2);
  });

  test('may be larger than one statement takes', async () => {
    const events = Array.from({ length: 1_200 }, (_, index) => connected(`leg-${index}`));
    expect((await post(bulk(events))).status).toBe(200);
    expect(await database().sinkEvent.count()).toBe(1_200);
  });

  test('share events without waiting for each other for ever', async () => {
    const events = Array.from({ length: 300 }, (_, index) => connected(`leg-${index}`));
    const many = Array.from({ length: 12 }, (_, index) => bulk(index % 2 ? events : [...events].reverse()));
    const answers = await Promise.all(many.map((delivery) => post(delivery)));
    expect(answers.map(({ status }) => status)).toEqual(many.map(() => 200));
    expect(await database().sinkEvent.count()).toBe(300);
  });

  test('do not cost each other anything when one of them cannot be stored', async () => {
    const answers = await whileRefusing('leg-30', () =>
      Promise.all(Array.from({ length: 60 }, (_, index) => post(connected(`leg-${index}`)))),
    );
    expect(answers.map(({ status }, index) => [index, status]).filter(([, status]) => status !== 200)).toEqual([
      [30, 503],
    ]);
    expect(await storedUuids()).toHaveLength(59);
    expect(takeConsoleErrors().flat().join(' ')).toContain('could not store 1 event(s)');
  });

  test('never take more than two connections, also while they are tried again one by one', async () => {
    let inUse = 0;
    let most = 0;
    const onAcquire = () => (most = Math.max(most, (inUse += 1)));
    const onRelease = () => (inUse -= 1);
    await whileRefusing('leg-30', async () => {
      pool().on('acquire', onAcquire).on('release', onRelease);
      await Promise.all(Array.from({ length: 60 }, (_, index) => post(connected(`leg-${index}`))));
      pool().off('acquire', onAcquire).off('release', onRelease);
    });
    expect(most).toBeLessThanOrEqual(2);
    takeConsoleErrors();
  });
});

/** Lets the database refuse whatever is about this leg. */
async function whileRefusing<T>(uuid: string, work: () => Promise<T>): Promise<T> {
  await pool().query(
    `alter table sink_event add constraint refused check (envelope->'data'->>'uuid' is distinct from '${uuid}')`,
  );
  try {
    return await work();
  } finally {
    await pool().query('alter table sink_event drop constraint refused');
  }
}

test('what can be read is queued to be applied, and nothing else', async () => {
  const client = await pool().connect();
  // So that nothing is applied meanwhile.
  await client.query('begin; lock table participant_leg in access exclusive mode');
  await post(bulk([connected('a'), 'broken', sampleEvent('nobody_knows', {}), connected('a')]));
  const { rows } = await pool().query<{ event: string }>(
    "select envelope->>'event' as event from event_to_apply join sink_event on sink_event.id = event_id order by event",
  );
  await client.query('rollback');
  client.release();
  expect(rows.map(({ event }) => event)).toEqual(['nobody_knows', 'participant_connected']);
});

test('an event that comes three times is stored once and counts once', async () => {
  const event = sampleEvent('participant_connected', { uuid: 'a', conference: 'Room' });
  await post(event);
  await post(event);
  await post(bulk([event, event]));
  expect(await database().sinkEvent.count()).toBe(1);
});

test('a seq that was used before the sink restarted is another event', async () => {
  await post(sampleEvent('participant_connected', { uuid: 'a', conference: 'Room' }, { seq: 1 }));
  await post(sampleEvent('participant_disconnected', { uuid: 'a' }, { seq: 1, time: 1_760_000_500 }));
  expect(await database().sinkEvent.count()).toBe(2);
});

test('fields longer than any column are stored', async () => {
  const long = 'ﬃİ'.repeat(400);
  const data = Object.fromEntries(
    ['conference', 'display_name', 'protocol', 'call_tag', 'role', 'service_type', 'conversation_id', 'call_id'].map(
      (key) => [key, long],
    ),
  );
  const events = [
    sampleEvent('participant_disconnected', { uuid: 'u'.repeat(100), disconnect_reason: long, ...data }),
    sampleEvent('conference_started', { name: 'é'.repeat(250), tag: 't'.repeat(250) }, { node: 'n'.repeat(100) }),
  ];
  expect((await post(bulk(events))).status).toBe(200);
  expect(await database().sinkEvent.count()).toBe(2);
});
