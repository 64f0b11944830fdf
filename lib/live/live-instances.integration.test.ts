import { spawn, type ChildProcess } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database, pool } from '@/lib/db/client';
import { storedMeeting, storedParticipant } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { meetingOf, newDesk, readInto, tellOf, type LiveDesk } from '@/lib/testing/live-desk';
import { notifyLive } from './notify-live';

// Two instances as processes of their own, over real connections.

const SOON = { timeout: 20_000, interval: 20 };
const children: ChildProcess[] = [];
let ports: number[];

beforeAll(async () => {
  const databaseUrl = await testDatabase();
  ports = await Promise.all([startInstance(databaseUrl), startInstance(databaseUrl)]);
});
afterAll(() => {
  for (const child of children) child.kill();
});

function startInstance(databaseUrl: string): Promise<number> {
  const args = ['--expose-gc', '--import', 'tsx', 'lib/testing/live-server.ts'];
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the instance ended')));
    child.stdout.on('data', (chunk: Buffer) => {
      const port = /port (\d+)/.exec(chunk.toString())?.[1];
      if (port) resolve(Number(port));
    });
  });
}

async function deskAt(port: number, before?: LiveDesk) {
  const abort = new AbortController();
  const desk = newDesk({ ...before, isOpen: true, snapshots: 0, changes: 0 });
  const headers = desk.lastEventId ? { 'Last-Event-ID': desk.lastEventId } : undefined;
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers, signal: abort.signal });
  void readInto(desk, response.body!);
  return Object.assign(desk, { abort: () => abort.abort() });
}

const memoryOf = async (port: number) => Number(await (await fetch(`http://127.0.0.1:${port}/memory`)).text());

test('desks at both instances hear the same, and one that changes over begins anew', async () => {
  const desks = [await deskAt(ports[0]!), await deskAt(ports[1]!)];
  await expect.poll(() => desks.every((desk) => desk.list), SOON).toBe(true);
  const meeting = await storedMeeting();
  await notifyLive(database(), meeting.id);
  for (const displayName of ['Ann', 'Bo', 'Cleo']) {
    await storedParticipant(meeting.serviceName, { displayName });
    await tellOf(meeting.serviceName);
  }
  await expect.poll(() => desks[0]!.list?.meetings[0]?.people.length, SOON).toBe(3);
  await expect.poll(() => desks[1]!.list?.meetings, SOON).toEqual(desks[0]!.list?.meetings);

  desks[0]!.abort();
  const moved = await deskAt(ports[1]!, desks[0]);
  await expect.poll(() => moved.snapshots, SOON).toBe(1);
  expect(moved.list?.meetings).toEqual(desks[1]!.list?.meetings);
  for (const desk of [...desks, moved]) desk.abort();
});

test('browsers that never read cost no memory, and the others are told in time', async () => {
  const port = ports[0]!;
  // Eight megabytes: twice what the system takes for a connection that nobody reads.
  await pool().query(
    `with crowded as (
       insert into meeting (alias, service_name, valid_from, valid_until, host_pin, host_key_hash)
       select 'crowded-' || n, 'crowded-' || n, now(), now() + interval '1 hour', '1', repeat('0', 64)
       from generate_series(1, 2000) as n returning service_name)
     insert into participant (service_name, conversation_id, display_name, is_counted, is_waiting, is_muted, arrived_at)
     select service_name, 'crowd-' || n, repeat('n', 200), true, false, false, now()
     from crowded cross join generate_series(1, 10) as n`,
  );
  const meeting = await storedMeeting();
  await notifyLive(database(), meeting.id);
  const desk = await deskAt(port);
  await expect.poll(() => desk.list?.meetings.length, SOON).toBeGreaterThan(1);
  const before = await memoryOf(port);

  const silent = await Promise.all(Array.from({ length: 20 }, () => neverReads(port)));
  for (let round = 1; round <= 100; round += 1) {
    const displayName = `round ${round} ${'n'.repeat(200)}`;
    await database().participant.deleteMany({ where: { serviceName: meeting.serviceName } });
    await storedParticipant(meeting.serviceName, { displayName });
    await tellOf(meeting.serviceName);
  }
  await expect.poll(() => meetingOf(desk, meeting.alias)?.people[0]?.displayName, SOON).toMatch(/^round 100 /);
  // If each had a list of its own waiting here, it would be more than a hundred.
  expect((await memoryOf(port)) - before).toBeLessThan(30 * 1024 * 1024);
  expect(desk).toMatchObject({ isOpen: true, snapshots: 1 });

  for (const socket of silent) socket.destroy();
  desk.abort();
});

/** A connection that asks for the list and then takes nothing off the wire. */
function neverReads(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.pause();
    socket.once('error', reject);
    socket.once('connect', () => socket.write('GET / HTTP/1.1\r\nHost: test\r\n\r\n', () => resolve(socket)));
  });
}
