import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { disconnectDatabase, pool } from '@/lib/db/client';
import { withdraw } from '@/lib/invitations/invite';
import { cancelMeeting } from '@/lib/meetings/change-meeting';
import { endWhatIsOver } from '@/lib/meetings/end-what-is-over';
import { findMeeting } from '@/lib/meetings/meeting-store';
import { storedInvitation, storedMeeting, TEST_HOST_KEY } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { runEnds } from './run-ends';

// The real runner, and what people do, in a process whose clock is not the database's.

const MINUTE_MS = 60_000;
const asHost = { kind: 'host-key', hostKey: TEST_HOST_KEY } as const;
let runner: { stop(): Promise<void> } | null = null;

beforeAll(async () => {
  await testDatabase();
  await (await runEnds()).stop(); // its own tables are made when it first runs
});
afterEach(async () => {
  await runner?.stop();
  runner = null;
  vi.useRealTimers();
});
afterAll(disconnectDatabase);

async function runWithClockOff(byMs: number): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + byMs, shouldAdvanceTime: true });
  runner = await runEnds();
}

/** A job as some instance stored it that knows what time it is. */
function add(task: string, payload: object, at: Date | null = null, key: string | null = null) {
  return pool().query('select graphile_worker.add_job($1, $2::json, run_at := $3, job_key := $4)', [
    ...[task, JSON.stringify(payload), at, key],
  ]);
}

async function meetingWithJob(endsInMs: number) {
  const meeting = await storedMeeting({ validUntil: new Date(Date.now() + endsInMs) });
  await add('end-meeting', { meetingId: meeting.id }, meeting.validUntil, `end:${meeting.id}`);
  return meeting;
}

const endedAt = async (id: string) => (await findMeeting({ id }))?.endedAt;

it('two minutes behind, a meeting ends in time all the same, by one job', async () => {
  const before = await jobsEver();
  const meeting = await meetingWithJob(0);
  await runWithClockOff(-2 * MINUTE_MS);
  await vi.waitFor(async () => expect(await endedAt(meeting.id)).toBeTruthy(), { timeout: 3_000 });
  await pause(1_000);
  // Its own, that of the last look, and what the minute may bring.
  expect((await jobsEver()) - before).toBeLessThanOrEqual(3);
});

it('two minutes ahead, a meeting whose end was tried in vain is tried again within the minute, not two minutes on', async () => {
  const meeting = await meetingWithJob(-MINUTE_MS);
  // The queue waits longer before each try.
  const inAnHour = new Date(Date.now() + 60 * MINUTE_MS);
  await add('end-meeting', { meetingId: meeting.id }, inAnHour, `end:${meeting.id}`);
  await runWithClockOff(2 * MINUTE_MS);
  await add('end-what-is-over', {});
  await vi.waitFor(async () => expect(await endedAt(meeting.id)).toBeTruthy(), { timeout: 5_000 });
});

it('two minutes ahead, the job of a meeting that is not over is left where it is, and ends it in time', async () => {
  const meeting = await meetingWithJob(3_000);
  await runWithClockOff(2 * MINUTE_MS);
  await add('end-what-is-over', {});
  await pause(1_000);
  expect(await runAt(meeting.id)).toEqual(meeting.validUntil);
  await vi.waitFor(async () => expect(await endedAt(meeting.id)).toBeTruthy(), { timeout: 5_000 });
});

it('a job whose time has come is not moved behind others by the look for what is over', async () => {
  const meeting = await meetingWithJob(-2 * MINUTE_MS);
  await endWhatIsOver();
  expect(await runAt(meeting.id)).toEqual(meeting.validUntil);
});

it.each([2, -2])('%i minutes off, who cancels has everybody put out at once', async (minutes) => {
  const meeting = await meetingWithJob(60 * MINUTE_MS);
  const [before, after] = await aroundWithClockOff(minutes * MINUTE_MS, () => cancelMeeting(meeting.alias, asHost));
  const at = await runAt(meeting.id);
  expect(at! >= before && at! <= after).toBe(true);
  expect((await findMeeting({ id: meeting.id }))?.cancelledAt).toEqual(at);
});

it.each([2, -2])('%i minutes off, who withdraws a link has its people put out now, and once more', async (minutes) => {
  const meeting = await storedMeeting();
  const { id } = await storedInvitation(meeting.id);
  const [before, after] = await aroundWithClockOff(minutes * MINUTE_MS, () => withdraw(meeting.alias, id, asHost));
  const { rows } = await pool().query<{ run_at: Date }>(
    'select run_at from graphile_worker.jobs where key like $1 order by run_at',
    [`put-out%:${id}`],
  );
  const [first, again] = rows.map(({ run_at: at }) => at.getTime());
  expect(first! >= before.getTime() && first! <= after.getTime()).toBe(true);
  expect(again! - first!).toBe(15_000);
});

/** Between what two moments it was done. */
async function aroundWithClockOff(byMs: number, act: () => Promise<{ ok: boolean }>): Promise<[Date, Date]> {
  const before = new Date();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + byMs, shouldAdvanceTime: true });
  expect((await act()).ok).toBe(true);
  vi.useRealTimers();
  return [before, new Date()];
}

async function runAt(meetingId: string): Promise<Date | undefined> {
  const { rows } = await pool().query<{ run_at: Date }>('select run_at from graphile_worker.jobs where key = $1', [
    `end:${meetingId}`,
  ]);
  return rows[0]?.run_at;
}

async function jobsEver(): Promise<number> {
  const { rows } = await pool().query<{ last: string | null }>(
    `select last_value as last from pg_sequences where schemaname = 'graphile_worker' and sequencename like '%jobs_id%'`,
  );
  return Number(rows[0]!.last);
}
