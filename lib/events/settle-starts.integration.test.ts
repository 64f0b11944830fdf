import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { database, disconnectDatabase } from '@/lib/db/client';
import { storedMeeting } from '@/lib/testing/builders';
import { computedRows, emptyComputed } from '@/lib/testing/computed-rows';
import { testDatabase } from '@/lib/testing/database';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { sampleEvent } from '@/lib/testing/sample-events';
import { untilApplied } from '@/lib/testing/until-applied';
import { applyNext } from './apply-events';
import { dateOf } from './event-order';
import { startProjector } from './projector';
import { readDelivery } from './read-delivery';
import { storeEvents } from './store-events';

beforeAll(async () => {
  await testDatabase();
  // What is stored is applied here, by the test, and by nobody behind it.
  await startProjector().stop();
  for (const serviceName of [...ROOMS, 'Later']) await storedMeeting({ serviceName });
});
beforeEach(emptyComputed);
afterAll(disconnectDatabase);

/** More than are settled at once. */
const ROOMS = [...Array(120).keys()].map((number) => `Room ${number}`);
const BAD = 'Room 7';

const START = 1_760_000_000;
const connected = (conference: string, at = 0) =>
  sampleEvent('participant_connected', { uuid: conference, conference, has_media: true }, { time: START + at });
const sinkStart = (at: number) => sampleEvent('eventsink_started', {}, { time: START + at });
const store = (events: readonly object[]) =>
  storeEvents(readDelivery(JSON.stringify({ event: 'eventsink_bulk', data: events })));
const there = () => database().participant.count({ where: { leftAt: null } });
const unsettled = () => database().sinkStart.count({ where: { settledTo: { not: null } } });

async function crowd(): Promise<void> {
  await store(ROOMS.map((room) => connected(room)));
  await untilApplied();
  expect(await there()).toBe(ROOMS.length);
}

test('a start that comes twice or late, or while another is settled, ends everybody when the first of them says', async () => {
  await crowd();
  await store([sinkStart(60)]);
  await applyNext();
  await store([{ ...sinkStart(60), seq: 2 }, sinkStart(600), sinkStart(30)]);
  await applyNext();
  expect(await there()).toBeGreaterThan(0);
  await untilApplied();
  expect([await there(), await unsettled()]).toEqual([0, 0]);
  const inPieces = await computedRows();
  expect([...new Set(inPieces.legs.map(({ disconnectedAt }) => Number(disconnectedAt)))]).toEqual([
    Number(dateOf(START + 30)),
  ]);

  await emptyComputed();
  await store([...ROOMS.map((room) => connected(room)), sinkStart(30), sinkStart(60), sinkStart(600)]);
  await untilApplied();
  expect(await computedRows()).toEqual(inPieces);

  await store([{ ...sinkStart(30), seq: 2 }]);
  await applyNext();
  expect(await unsettled(), 'one that is known').toBe(0);
});

test('a conference of which no leg is known ends with a start, and who speaks meanwhile is there', async () => {
  await store([
    sampleEvent('conference_started', { name: 'Later' }, { time: START }),
    ...ROOMS.map((room) => connected(room)),
  ]);
  await untilApplied();
  await store([sinkStart(60)]);
  await applyNext();
  const spoke = ROOMS.at(-1)!;
  await store([sampleEvent('participant_updated', { uuid: spoke, is_muted: true }, { time: START + 61 })]);
  await untilApplied();
  expect(await database().conferenceNode.findMany({ select: { endedAt: true } })).toEqual([
    { endedAt: dateOf(START + 60) },
  ]);
  expect(await database().participant.findMany({ where: { leftAt: null } })).toMatchObject([{ serviceName: spoke }]);
});

test('a conference that cannot be settled is left out, and all others are settled', async () => {
  await crowd();
  await database().$executeRawUnsafe(
    `alter table participant_leg add constraint stays check (id <> '${BAD}' or disconnected_at is null)`,
  );
  await store([sinkStart(60)]);
  await untilApplied();
  await database().$executeRaw`alter table participant_leg drop constraint stays`;
  const said = takeConsoleErrors().flat().join();
  expect(said).toContain('left out');
  expect(said, 'names are no matter of a log').not.toContain(BAD);
  expect(await database().participant.findMany({ where: { leftAt: null } })).toMatchObject([{ serviceName: BAD }]);
  expect(await unsettled()).toBe(0);
});

test('while a conference takes too long to settle events are applied, and it is settled later', async () => {
  await store([connected(BAD)]);
  await untilApplied();
  await database().$executeRawUnsafe(`
    create function sleep() returns trigger language plpgsql as $$
    begin if new.id = '${BAD}' then perform pg_sleep(5.5); end if; return new; end $$`);
  await database()
    .$executeRaw`create trigger sleep before update on participant_leg for each row execute function sleep()`;
  await store([sinkStart(60)]);
  await expect(applyNext()).rejects.toThrow(/timeout/i);
  await database().$executeRaw`drop trigger sleep on participant_leg`;
  await store([connected('Later', 70)]);
  await expect.poll(applyNext, { timeout: 10_000 }).toBe('done');
  expect([await there(), await unsettled()]).toEqual([2, 1]);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  await untilApplied();
  vi.useRealTimers();
  expect([await there(), await unsettled()]).toEqual([1, 0]);
}, 60_000);

test('one that takes too long again and again is left out, and what waited for it is settled', async () => {
  await store([connected(BAD), connected('Room 8')]);
  await untilApplied();
  await database().$executeRawUnsafe(`
    create function slow() returns trigger language plpgsql as $$
    begin raise exception 'canceling statement due to statement timeout' using errcode = '57014'; end $$`);
  await database().$executeRawUnsafe(`create trigger slow before update on participant_leg for each row
    when (new.id = '${BAD}') execute function slow()`);
  await store([sinkStart(60)]);
  // Later than whatever rested before.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 300_000 });
  for (let times = 1; times < 3; times += 1) {
    await expect(applyNext()).rejects.toThrow(/timeout/i);
    vi.setSystemTime(Date.now() + 60_000);
  }
  expect(await unsettled()).toBe(1);
  await applyNext();
  vi.setSystemTime(Date.now() + 60_000);
  await untilApplied();
  vi.useRealTimers();
  await database().$executeRaw`drop trigger slow on participant_leg`;
  expect(takeConsoleErrors().flat().join()).toContain('left out');
  expect(await database().participant.findMany({ where: { leftAt: null } })).toMatchObject([{ serviceName: BAD }]);
  expect(await unsettled()).toBe(0);
}, 60_000);
