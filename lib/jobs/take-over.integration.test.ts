import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { pool } from '@/lib/db/client';
import { endAtOnce, lookAtOnce } from '@/lib/meetings/end-jobs-store';
import { endWhatIsOver } from '@/lib/meetings/end-what-is-over';
import { findMeeting } from '@/lib/meetings/meeting-store';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { managementSettings, startManagementNode, type TestManagementNode } from '@/lib/testing/management-node';
import { runEnds } from './run-ends';

// What a process held that was killed, with processes of their own.

const CONFERENCES = 'status/v1/conference';
let databaseUrl: string;
let management: TestManagementNode;
const children: ChildProcess[] = [];
let runner: { stop(): Promise<void> } | null = null;
let letGo = () => {};

beforeAll(async () => {
  databaseUrl = await testDatabase();
  management = await startManagementNode();
  for (const [name, value] of Object.entries(managementSettings(management))) vi.stubEnv(name, value);
  await (await runEnds()).stop(); // its own tables are made when it first runs
});
afterAll(() => management.close());
beforeEach(() => {
  management.lists.set(CONFERENCES, []);
  management.asked.length = 0;
});
afterEach(async () => {
  letGo();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await runner?.stop();
  runner = null;
});

async function startProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/testing/end-meetings.ts'], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

/** A meeting that is over, somebody still in. Commands are not answered until `letGo`. */
async function overWithSomebodyIn() {
  const meeting = await storedMeeting({ validUntil: new Date(Date.now() - 60_000) });
  management.lists.set(CONFERENCES, [{ id: 'live', name: meeting.serviceName }]);
  const held = new Promise<void>((resolve) => (letGo = resolve));
  management.refuse = (path) => (path.startsWith('command/') ? held.then(() => null) : null);
  return meeting;
}

const commands = () => management.asked.filter((request) => request.startsWith('POST ')).length;
const underWay = () => vi.waitFor(() => expect(commands()).toBe(1), { timeout: 20_000 });

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
  management.refuse = () => null;
}

/** Long before the look that comes every minute. */
const SOON = { timeout: 10_000, interval: 50 };

it('an end whose process is killed while people are being put out is carried out by another one', async () => {
  const meeting = await overWithSomebodyIn();
  const first = await startProcess();
  await endAtOnce([meeting.id]);
  await underWay();
  await startProcess();
  await kill(first);
  await vi.waitFor(() => expect(management.lists.get(CONFERENCES)).toEqual([]), SOON);
  await vi.waitFor(async () => expect((await findMeeting({ id: meeting.id }))?.endedAt).not.toBeNull(), SOON);
});

it('and at once by one that is started then, as is a last look', async () => {
  const meeting = await overWithSomebodyIn();
  await pool().query('update meeting set ended_at = now() where id = $1', [meeting.id]);
  const first = await startProcess();
  await lookAtOnce([meeting.id]);
  await underWay();
  await kill(first);
  runner = await runEnds();
  await vi.waitFor(() => expect(management.lists.get(CONFERENCES)).toEqual([]), { timeout: 4_000 });
});

it('an end that takes long is nobody else’s while its process lives', async () => {
  const meeting = await overWithSomebodyIn();
  runner = await runEnds();
  await endAtOnce([meeting.id]);
  await underWay();
  await startProcess();
  for (let look = 0; look < 3; look += 1) {
    await endWhatIsOver();
    await pause(2_500);
  }
  expect(commands()).toBe(1);
  letGo();
  await vi.waitFor(async () => expect((await findMeeting({ id: meeting.id }))?.endedAt).not.toBeNull(), SOON);
  expect(commands()).toBe(1);
});
