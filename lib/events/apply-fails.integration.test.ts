import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { database, disconnectDatabase } from '@/lib/db/client';
import { storedMeeting } from '@/lib/testing/builders';
import { emptyComputed } from '@/lib/testing/computed-rows';
import { testDatabase } from '@/lib/testing/database';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { sampleEvent } from '@/lib/testing/sample-events';
import { untilApplied } from '@/lib/testing/until-applied';
import { applyNext } from './apply-events';
import { startProjector } from './projector';
import { readDelivery } from './read-delivery';
import { storeEvents } from './store-events';

// Events at which the database fails, each time anew.

let databaseUrl: string;

beforeAll(async () => {
  databaseUrl = await testDatabase();
  await storedMeeting({ serviceName: 'Claim 7' });
  // What is stored is applied here, by the test.
  await startProjector().stop();
});
afterAll(disconnectDatabase);
beforeEach(emptyComputed);
afterEach(async () => {
  takeConsoleErrors();
  await database().$executeRaw`drop trigger if exists fail_of_some on participant_leg`;
});

/** The database fails with this code at legs whose name begins with Bo. */
async function failAtSome(code: string): Promise<void> {
  await database().$executeRawUnsafe(`
    create or replace function fail_of_some() returns trigger language plpgsql as $$
    begin raise exception 'failed' using errcode = '${code}'; end $$`);
  await database().$executeRaw`
    create trigger fail_of_some before insert or update on participant_leg for each row
    when (new.display_name like 'Bo%') execute function fail_of_some()`;
}

let seq = 0;
async function hear(...names: string[]): Promise<void> {
  const events = names.map((display_name) => {
    seq += 1;
    return sampleEvent('participant_connected', { uuid: `leg-${seq}`, conference: 'Claim 7', display_name }, { seq });
  });
  await storeEvents(readDelivery(JSON.stringify({ event: 'eventsink_bulk', data: events })));
}

const asideFor = async () =>
  (await database().sinkEvent.findMany({ where: { unreadableReason: { not: null } } })).map(
    (event) => event.unreadableReason,
  );
const names = async () =>
  (await database().participantLeg.findMany({ orderBy: { displayName: 'asc' } })).map((leg) => leg.displayName);

test.each(['21000', '22P02', 'XX000'])('one at which it always fails with %s is put aside at once', async (code) => {
  await failAtSome(code);
  await hear('Ann', 'Bo', 'Cy');
  await untilApplied();
  expect(await names()).toEqual(['Ann', 'Cy']);
  expect(await asideFor()).toEqual([`could not be applied (${code})`]);
  expect(await database().eventToApply.count()).toBe(0);
});

test.each(['40P01', '53100', '55P03', '57014'])(
  'one at which it fails with %s, which passes, holds up no others, and is applied when it has passed',
  async (code) => {
    await failAtSome(code);
    await hear('Ann', 'Bo', 'Cy');
    for (let pass = 0; pass < 4; pass += 1) await untilApplied().catch(() => undefined);
    expect(await names()).toEqual(['Ann', 'Cy']);
    expect(await asideFor()).toEqual([]);
    await database().$executeRaw`drop trigger fail_of_some on participant_leg`;
    await expect.poll(() => untilApplied().then(names)).toEqual(['Ann', 'Bo', 'Cy']);
  },
);

test('one that failed for a reason that has passed is applied though others never end', async () => {
  await failAtSome('40P01');
  await hear('Bo');
  await untilApplied().catch(() => undefined);
  await database().$executeRaw`drop trigger fail_of_some on participant_leg`;
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  try {
    for (let pass = 0; pass < 5; pass += 1) {
      await hear('Ann');
      await applyNext();
      vi.setSystemTime(Date.now() + 10_000);
    }
  } finally {
    vi.useRealTimers();
  }
  expect(await names()).toContain('Bo');
});

test('what two instances apply at the same time is through soon, also where some of it always fails', async () => {
  await failAtSome('23514');
  for (let part = 0; part < 8; part += 1)
    await hear(...Array.from({ length: 250 }, (_, index) => (index % 125 === 60 ? 'Bo' : 'Ann')));
  const other = spawn(process.execPath, ['--import', 'tsx', 'lib/testing/project-events.ts'], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    await once(other.stdout, 'data');
    await untilApplied();
  } finally {
    other.kill('SIGKILL');
  }
  expect(await database().eventToApply.count()).toBe(0);
  expect(await asideFor()).toHaveLength(16);
}, 120_000);
