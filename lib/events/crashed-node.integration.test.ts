import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { database, disconnectDatabase } from '@/lib/db/client';
import { storedMeeting } from '@/lib/testing/builders';
import { computedRows, emptyComputed } from '@/lib/testing/computed-rows';
import { testDatabase } from '@/lib/testing/database';
import { sampleEvent } from '@/lib/testing/sample-events';
import { untilApplied } from '@/lib/testing/until-applied';
import { applyNext } from './apply-events';
import { dateOf } from './event-order';
import { startProjector } from './projector';
import { readDelivery } from './read-delivery';
import { storeEvents } from './store-events';

let databaseUrl: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  databaseUrl = await testDatabase();
  // What is stored is applied here, by the test, and by nobody behind it.
  await startProjector().stop();
  for (const serviceName of [...ROOMS.slice(0, OURS), 'Elsewhere']) await storedMeeting({ serviceName });
});
beforeEach(emptyComputed);
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(disconnectDatabase);

// Thousands of calls take seconds, and more on a machine that has other work.
const LONG = { timeout: 240_000 };

const START = 1_760_000_000;
const CRASHED = '192.0.2.11';
const ROOMS = [...Array(750).keys()].map((number) => `Room ${number}`);
const LEGS_EACH = 4;
const LEGS = ROOMS.length * LEGS_EACH;
/** Of them so many are meetings of ours; the others are rooms that share the platform. */
const OURS = ROOMS.length / 2;

const store = (events: readonly object[]) =>
  storeEvents(readDelivery(JSON.stringify({ event: 'eventsink_bulk', data: events })));
const connected = (conference: string, uuid: string, at = 0) =>
  sampleEvent('participant_connected', { uuid, conference, has_media: true }, { time: START + at });
const there = () => database().participantLeg.count({ where: { disconnectedAt: null } });

const unsettled = () => database().sinkStart.count({ where: { settledTo: { not: null } } });

async function crowd(rooms: readonly string[]): Promise<void> {
  await store(rooms.map((name) => sampleEvent('conference_started', { name }, { time: START })));
  await store(
    rooms.flatMap((room) => [...Array(LEGS_EACH).keys()].map((number) => connected(room, `${room} ${number}`))),
  );
  await untilApplied();
  expect(await there()).toBe(rooms.length * LEGS_EACH);
}

const crash = () => store([sampleEvent('eventsink_started', {}, { time: START + 60 })]);

test(
  'a node that crashed with thousands of calls is settled piece by piece, while others are told of',
  LONG,
  async () => {
    await crowd(ROOMS);
    await crash();
    const began = performance.now();
    await applyNext();
    await store([connected('Elsewhere', 'later', 70)]);
    await applyNext();
    expect(await database().participant.count({ where: { serviceName: 'Elsewhere' } })).toBe(1);
    expect(await there(), 'calls that are yet to be looked at').toBeGreaterThan(LEGS / 2);
    await untilApplied();
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    console.info(`${LEGS} legs in ${ROOMS.length} conferences were ended in ${seconds} s`);

    expect(await there()).toBe(1);
    const end = { disconnectedAt: dateOf(START + 60), endKnownBy: 'node_restarted' } as const;
    expect(await database().participantLeg.count({ where: { node: CRASHED, ...end } })).toBe(LEGS);
    expect(await database().conference.count({ where: { endedAt: end.disconnectedAt, people: LEGS_EACH } })).toBe(OURS);
    // Which transaction wrote a row, Postgres knows.
    const [transactions] = await database().$queryRaw<{ most: number }[]>`
    select max(conferences)::int as most from (
      select count(distinct main_name) as conferences from participant_leg
      where end_known_by = 'node_restarted' group by xmin::text) as transactions`;
    expect(transactions?.most).toBeLessThanOrEqual(50);
  },
);

async function startProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/testing/project-events.ts'], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

test(
  'a process that is killed while it settles leaves the rest to two others, and nothing tells that it was',
  LONG,
  async () => {
    const rooms = ROOMS.slice(0, 160);
    await crowd(rooms);
    const first = await startProcess();
    // So that it is killed in the midst of the second fifty.
    await database().$transaction(async (tx) => {
      await tx.$queryRaw`
        select from participant_leg
        where id = (select id from participant_leg order by main_name, id offset ${75 * LEGS_EACH} limit 1)
        for update`;
      await crash();
      await expect.poll(isWaiting, { timeout: 30_000, interval: 20 }).toBe(true);
      first.kill('SIGKILL');
      await once(first, 'exit');
    }, LONG);
    expect(await there()).toBe((rooms.length - 50) * LEGS_EACH);
    expect(await unsettled()).toBe(1);

    await Promise.all([startProcess(), startProcess()]);
    await expect.poll(unsettled, { timeout: 120_000, interval: 100 }).toBe(0);
    for (const child of children) child.kill('SIGKILL');
    const together = await computedRows();
    await emptyComputed();
    await crowd(rooms);
    await crash();
    await untilApplied();
    expect(await computedRows()).toEqual(together);
  },
);

async function isWaiting(): Promise<boolean> {
  const waiting = await database().$queryRaw<unknown[]>`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return waiting.length > 0;
}
