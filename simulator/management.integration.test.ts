import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { joinNode } from './testing/client';
import { startForTest } from './testing/start';

const listSchema = z.object({
  meta: z.looseObject({ total_count: z.number() }),
  objects: z.array(z.looseObject({ id: z.string() })),
});

let simulator: Awaited<ReturnType<typeof startForTest>>;

beforeAll(async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'simulator-')), 'database.json');
  const service = { service_type: 'conference', service_tag: 't', allow_guests: true, pin: '1234' };
  const services = [
    { ...service, name: 'Room', aliases: ['room', 'Second-Alias'] },
    { ...service, name: 'Other', aliases: ['other'] },
  ];
  writeFileSync(file, JSON.stringify({ services }));
  simulator = await startForTest({ SIMULATOR_DATABASE: file, SIMULATOR_NODES: '0@Harbour,0@Inland' });
});
afterAll(() => simulator.stop());

const credentials = `Basic ${btoa('mayfly:dev-management-password')}`;
const call = (resource: string, init: RequestInit = {}, authorization = credentials) =>
  fetch(`${simulator.managementUrl}/api/admin/${resource}`, {
    redirect: 'manual',
    ...init,
    headers: { Authorization: authorization, 'Content-Type': 'application/json' },
  });
const list = async (resource: string) => listSchema.parse(await (await call(`status/v1/${resource}`)).json());
const command = (resource: string, body: unknown) =>
  call(`command/v1/${resource}`, { method: 'POST', body: JSON.stringify(body) });

test('status and commands need credentials', async () => {
  for (const authorization of ['', 'Basic !!', `Basic ${btoa('mayfly:wrong')}`, credentials.slice(0, -1)]) {
    const response = await call('status/v1/conference/', {}, authorization);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Basic');
  }
});

test('a path without its closing slash is not found', async () => {
  expect((await call('status/v1/conference')).status).toBe(404);
  expect((await call('command/v1/conference/disconnect', { method: 'POST' })).status).toBe(404);
});

test('lists show what runs, by name and by node, and commands end it', async () => {
  const host = await joinNode(simulator.node, 'room', 'Host', { pin: '1234' });
  await joinNode(simulator.secondNode, 'second-alias', 'Guest', { pin: 'none' });
  await joinNode(simulator.node, 'other', 'Elsewhere', { pin: '1234' });

  const rooms = await list('conference/?name=Room');
  expect(rooms.objects).toMatchObject([{ name: 'Room', tag: 't', is_started: true, is_locked: false }]);
  expect((await list('conference/')).meta.total_count).toBe(2);
  expect((await list('conference_shard/?conference=Room')).objects).toMatchObject([
    { node: '192.0.2.11', system_location: 'Harbour' },
    { node: '192.0.2.12', system_location: 'Inland' },
  ]);
  expect((await list('participant/?conference=Room')).objects).toMatchObject([
    { id: host.uuid, display_name: 'Host', role: 'chair' },
    { display_name: 'Guest', role: 'guest' },
  ]);

  const conference_id = rooms.objects[0]?.id;
  expect((await command('conference/lock/', { conference_id })).status).toBe(202);
  await host.sees('conference_update', { locked: true });
  const ended = await command('conference/disconnect/', { conference_id });
  expect([ended.status, await ended.json()]).toEqual([202, { status: 'success' }]);
  await host.sees('disconnect', { reason: 'Conference terminated by an administrator' });
  expect((await list('conference/?name=Room')).objects).toEqual([]);

  const again = await command('conference/disconnect/', { conference_id });
  expect(again.status).toBe(400);
  expect(JSON.stringify(await again.json())).toContain('{"conference_id":["Failed to find conference."]}');
});

test('one participant can be put out', async () => {
  const host = await joinNode(simulator.node, 'room', 'Host', { pin: '1234' });
  expect((await command('participant/disconnect/', { participant_id: host.uuid })).status).toBe(202);
  await host.sees('disconnect', { reason: 'Disconnected by an administrator' });
  const again = await command('participant/disconnect/', { participant_id: host.uuid });
  expect(again.status).toBe(400);
  expect(JSON.stringify(await again.json())).toContain('{"participant_id":["Failed to find participant."]}');
});
