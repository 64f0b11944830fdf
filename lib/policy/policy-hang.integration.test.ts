import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { disconnectDatabase, pool } from '@/lib/db/client';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { isDatabaseAway } from '@/lib/db/reachable';
import { flushDecisions } from '@/lib/decisions/record-decisions';
import { newAlias } from '@/lib/meetings/alias';
import { openPolicyDoor, type PolicyDoor } from '@/lib/testing/ask-policy';
import { storedMeeting } from '@/lib/testing/builders';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { freezePostgres } from '@/lib/testing/freeze-postgres';

// A PostgreSQL of this file's own, which stands still without a word while nodes ask.

let folder: string;
let postgres: EmbeddedPostgres;
let door: PolicyDoor;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mayfly-hang-'));
  postgres = await startEmbeddedPostgres(path.join(folder, 'postgres'));
  process.env.DATABASE_URL = postgres.url;
  await prepareDatabase(postgres.url);
  door = await openPolicyDoor();
});

afterAll(async () => {
  await door.close();
  await flushDecisions();
  await disconnectDatabase();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

const unknownAlias = () => ({ local_alias: newAlias('meet-'), location: 'Oslo' });

/** The six requests, each of which needs the database except the media location; and what they answer without it. */
const REQUESTS: [string, string, () => Record<string, string>, number][] = [
  ['service', 'service/configuration', unknownAlias, 503],
  ['participant', 'participant/properties', () => ({ ...unknownAlias(), call_tag: crypto.randomUUID() }), 503],
  ['location', 'participant/location', unknownAlias, 404],
  ['avatar', 'participant/avatar/room7', unknownAlias, 503],
  ['directory', 'registrations', () => ({ q: 'room', registration_alias: 'room7' }), 503],
  ['registration', 'registrations/room7', () => ({}), 503],
];

/** What is sent to the database; nothing, while it is known to be away, also by what nobody waits for. */
function watchQueries() {
  const seen: string[] = [];
  const { query } = pg.Client.prototype;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const text = typeof args[0] === 'string' ? args[0] : (args[0] as { text: string }).text;
    seen.push(text);
    return Reflect.apply(query, this, args) as Promise<void>;
  });
  return { seen, stop: () => spy.mockRestore() };
}

const SOON = { timeout: 15_000, interval: 50 };

/** Who notices first: us, or a query that nobody watches over and that gives up by itself after five seconds. */
function whoNotices(): Promise<'we do' | 'a query that gave up'> {
  const gaveUp = () => 'a query that gave up' as const;
  const weDo = vi.waitUntil(isDatabaseAway, SOON).then(() => 'we do' as const);
  return Promise.race([weDo, pool().query('select 1').then(gaveUp, gaveUp)]);
}

/** One for each pool that answers are made from. */
const FIRST = REQUESTS.filter(([name]) => name === 'service' || name === 'registration');

it.each(FIRST)('a %s request that finds the database hanging ends the wait of all others', async (_, type, query) => {
  const known = await storedMeeting();
  const askKnown = () => door.ask('service/configuration', { local_alias: known.alias });
  expect((await askKnown()).action).toBe('continue');
  // Each has an answer while the database is there, and what needs no database is known from here on.
  for (const [, each, parameters] of REQUESTS) {
    expect([200, 404]).toContain((await door.ask(each, parameters())).status);
  }

  const goOn = freezePostgres(path.join(folder, 'postgres'));
  try {
    const answer = door.ask(type, query());
    expect(await whoNotices()).toBe('we do');
    expect((await answer).status).toBe(503);
    const queries = watchQueries();
    for (let round = 0; round < 5; round += 1) {
      for (const [, each, parameters, expected] of REQUESTS) {
        expect((await door.ask(each, parameters())).status, each).toBe(expected);
      }
      expect((await askKnown()).result).toMatchObject({ service_tag: known.id });
    }
    queries.stop();
    expect(queries.seen).toEqual([]);
  } finally {
    goOn();
  }
  for (const [, each, parameters] of REQUESTS) {
    await expect.poll(async () => (await door.ask(each, parameters())).status, SOON).toBeLessThan(500);
  }
  takeConsoleErrors();
});

it('is noticed all the same while others are answered who need nothing of the database', async () => {
  const askForNothing = () =>
    Promise.all([door.ask('registrations', { q: 'room' }), door.ask('participant/avatar/<>')]);
  await askForNothing();
  const goOn = freezePostgres(path.join(folder, 'postgres'));
  let isOver = false;
  const others = (async () => {
    while (!isOver) await askForNothing();
  })();
  try {
    const answer = door.ask('registrations/room7');
    expect(await whoNotices()).toBe('we do');
    expect((await answer).status).toBe(503);
  } finally {
    isOver = true;
    goOn();
  }
  await others;
  await expect.poll(async () => (await door.ask('registrations/room7')).status, SOON).toBe(200);
  takeConsoleErrors();
});

it('a meeting by invitation only does not open to everybody who makes up a ticket', async () => {
  const ordinary = await storedMeeting();
  const closed = await storedMeeting({ isInvitationRequired: true });
  for (const { alias } of [ordinary, closed]) await door.ask('service/configuration', { local_alias: alias });
  const join = (meeting: { id: string }, protocol: string, more: object = {}) =>
    door.ask('participant/properties', { service_tag: meeting.id, protocol, call_tag: crypto.randomUUID(), ...more });

  const goOn = freezePostgres(path.join(folder, 'postgres'));
  try {
    for (const protocol of ['api', 'webrtc']) {
      const refused = { status: 200, action: 'reject', result: { reject_reason: expect.any(String) } };
      expect(await join(closed, protocol)).toMatchObject(refused);
      expect(await join(closed, protocol, { call_tag: '' })).toMatchObject(refused);
      expect(await join(ordinary, protocol)).toMatchObject({ status: 200, action: 'continue' });
    }
    expect(await join(closed, 'sip')).toMatchObject({ status: 200, action: 'continue' });
    expect(await join(closed, 'webrtc', { call_direction: 'dial_out' })).toMatchObject({ action: 'continue' });
  } finally {
    goOn();
  }
  await expect.poll(async () => (await door.ask('registrations/room7')).status, SOON).toBe(200);
  takeConsoleErrors();
});

it('a pool that has no free connection is not taken for a database that is away', async () => {
  const taken = await Promise.all(Array.from({ length: 10 }, () => pool().connect()));
  try {
    expect((await door.ask('registrations/room7')).status).toBe(503);
    expect((await door.ask('service/configuration', unknownAlias())).action).toBe('reject');
  } finally {
    for (const client of taken) client.release();
  }
  expect((await door.ask('registrations/room7')).status).toBe(200);
  takeConsoleErrors();
});
