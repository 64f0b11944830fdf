import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settings } from '@/lib/config/env';
import { database, pool } from '@/lib/db/client';
import type { WireRequest } from '@/lib/http/wire';
import { testDatabase } from '@/lib/testing/database';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import type { EventEnvelope } from './envelope';
import { recordEvents } from './event-store';
import { readDelivery } from './read-delivery';
import { receiveEvents } from './receive-events';
import {
  pick,
  sampleConference,
  sampleEvent,
  sampleLeg,
  seededRandom,
  shuffled,
  type Random,
} from '@/lib/testing/sample-events';

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  await pool().query('truncate sink_event, participant_leg, conference_node');
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

async function rows() {
  return {
    legs: await database().participantLeg.findMany({ orderBy: { id: 'asc' } }),
    nodes: await database().conferenceNode.findMany({ orderBy: [{ serviceName: 'asc' }, { node: 'asc' }] }),
  };
}

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
    expect((await rows()).legs).toMatchObject([{ id: 'a', displayName: 'Secret Name' }]);
  });
});

test('six hundred deliveries at the same moment are all stored', async () => {
  const events = Array.from({ length: 600 }, (_, index) =>
    sampleEvent('participant_connected', { uuid: `leg-${index}`, conference: 'Room' }),
  );
  const answers = await Promise.all(events.map((event) => post(event)));
  expect(answers.filter((answer) => answer.status !== 200)).toEqual([]);
  expect((await rows()).legs).toHaveLength(600);
});

test('a delivery that cannot be stored does not cost those that came at the same moment', async () => {
  await pool().query("alter table participant_leg add constraint refused check (display_name <> 'refused')");
  const names = ['first', 'second', 'refused', 'fourth'];
  const answers = await Promise.all(
    names.map((name) =>
      post(sampleEvent('participant_connected', { uuid: name, conference: 'Room', display_name: name })),
    ),
  );
  await pool().query('alter table participant_leg drop constraint refused');
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 503, 200]);
  expect((await rows()).legs.map((leg) => leg.id)).toEqual(['first', 'fourth', 'second']);
  expect(takeConsoleErrors().flat().join(' ')).toContain('could not store 1 event(s)');
});

test('deliveries that are tried again one by one never take a second connection', async () => {
  await pool().query("alter table participant_leg add constraint refused check (display_name <> 'refused')");
  let inUse = 0;
  let most = 0;
  const onAcquire = () => (most = Math.max(most, (inUse += 1)));
  const onRelease = () => (inUse -= 1);
  pool().on('acquire', onAcquire).on('release', onRelease);
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      post(
        sampleEvent('participant_connected', {
          uuid: `leg-${index}`,
          conference: 'Room',
          display_name: index === 30 ? 'refused' : 'Ann',
        }),
      ),
    ),
  );
  pool().off('acquire', onAcquire).off('release', onRelease);
  await pool().query('alter table participant_leg drop constraint refused');
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(59);
  expect(most).toBe(1);
  expect(takeConsoleErrors().flat().join(' ')).toContain('could not store 1 event(s)');
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

test('a change is told on the live channel only with the name of its conference', async () => {
  const client = await pool().connect();
  const heard: string[] = [];
  client.on('notification', (notice) => heard.push(notice.payload ?? ''));
  await client.query('listen mayfly_live');
  await post(sampleEvent('participant_connected', { uuid: 'a', conference: 'Room', display_name: 'Ann' }));
  // Stored, and told to nobody: the disconnect after it is the next thing that is heard.
  await post(sampleEvent('participant_media_stream_window', { uuid: 'a', call_quality_now: '3_bad' }));
  await post(sampleEvent('participant_disconnected', { uuid: 'a' }, { time: 1_760_000_500 }));
  const room = JSON.stringify({ serviceName: 'Room' });
  await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
  expect(heard).toEqual([room, room]);
  client.release(true);
});

test('fields longer than any column are taken without an error', async () => {
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
  const { legs, nodes } = await rows();
  expect([legs.length, nodes.length]).toEqual([1, 1]);
});

describe('any order, repetition, batching and concurrency gives the rows of the ordered stream', () => {
  const meeting = (random: Random) =>
    [
      ...Array.from({ length: 6 }, (_, index) => sampleLeg(`leg-${index}`, pick(['Room', 'Hall'], random), random)),
      sampleConference('Room', '192.0.2.11', random),
      sampleConference('Room', '192.0.2.12', random),
    ].flat();

  test.each([1, 2, 3, 4, 5, 6])('seed %i', async (seed) => {
    const random = seededRandom(seed);
    const events = meeting(random);
    for (const event of events) await post(event);
    const ordered = await rows();
    expect(ordered.legs.length).toBeGreaterThan(3);
    await pool().query('truncate sink_event, participant_leg, conference_node');

    const deliveries = inBatches(shuffled([...events, ...events, ...events.slice(0, 5)], random), random);
    // Several nodes at a time, each sending one delivery after another, and other instances of ours beside this one,
    // which write for themselves.
    const instances = [post, post, recordAlone, recordAlone];
    const senders = instances.map(async (send) => {
      for (let next = deliveries.pop(); next; next = deliveries.pop()) await send(next);
    });
    await Promise.all(senders);
    expect(await rows()).toEqual(ordered);
    expect(await database().sinkEvent.count()).toBe(new Set(events.map((event) => JSON.stringify(event))).size);
  });
});

async function recordAlone(delivery: unknown): Promise<void> {
  await recordEvents(readDelivery(JSON.stringify(delivery)));
}

function inBatches(events: EventEnvelope[], random: Random): unknown[] {
  const deliveries: unknown[] = [];
  for (let rest = events; rest.length > 0;) {
    const size = 1 + Math.floor(random() * 8);
    deliveries.push(size === 1 ? rest[0] : bulk(rest.slice(0, size)));
    rest = rest.slice(size);
  }
  return deliveries;
}
