import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { joinNode } from './testing/client';
import { dial } from './testing/device';
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
  writeFileSync(file, JSON.stringify({ services, locations: ['Overflow'], sipProxies: ['Registrar'] }));
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

test('what answers may refer to by name is listed, kind by kind', async () => {
  const names = async (resource: string) => {
    const response = await call(`configuration/v1/${resource}/`);
    const { objects } = z.object({ objects: z.array(z.object({ name: z.string() })) }).parse(await response.json());
    return objects.map(({ name }) => name);
  };
  expect(await names('ivr_theme')).toEqual(['Harbour']);
  expect(await names('system_location')).toEqual(['Harbour', 'Inland', 'Overflow']);
  expect(await names('sip_proxy')).toEqual(['Registrar']);
  for (const resource of ['identity_provider_group', 'h323_gatekeeper', 'mssip_proxy', 'teams_proxy', 'stun_server']) {
    expect(await names(resource)).toEqual([]);
  }
  for (const resource of ['turn_server', 'gms_access_token', 'media_library_playlist']) {
    expect(await names(resource)).toEqual([]);
  }
  const one = await call('configuration/v1/system_location/?name=Overflow');
  expect(await one.json()).toMatchObject({
    meta: { total_count: 1 },
    objects: [{ id: 3, name: 'Overflow', resource_uri: '/api/admin/configuration/v1/system_location/3/' }],
  });
});

test('a conference can be told to call somebody, and he to be put out', async () => {
  const host = await joinNode(simulator.node, 'room', 'Host', { pin: '1234' });
  const ordered = await command('participant/dial/', {
    conference_alias: 'room',
    destination: 'carol@example.net',
    system_location: 'Inland',
  });
  expect(ordered.status).toBe(202);
  const { data } = z.object({ data: z.object({ participant_id: z.string() }) }).parse(await ordered.json());
  await host.sees('participant_create', { uuid: data.participant_id, call_direction: 'out', protocol: 'sip' });
  expect((await list(`participant/?id=${data.participant_id}`)).objects).toMatchObject([
    {
      protocol: 'SIP',
      call_direction: 'out',
      signalling_node: '192.0.2.12',
      participant_alias: 'sip:carol@example.net',
    },
  ]);
  expect((await command('participant/disconnect/', { participant_id: data.participant_id })).status).toBe(202);
  await host.sees('participant_delete', { uuid: data.participant_id });
  expect((await command('participant/dial/', { destination: 'x' })).status).toBe(400);
  await host.call('release_token');
});

test('a device is put out like everybody else', async () => {
  const device = await dial(simulator.node, { alias: 'room', pin: '1234' });
  expect((await command('participant/disconnect/', { participant_id: device.id })).status).toBe(202);
  expect(await device.now()).toMatchObject({ outcome: 'ended', reason: 'Disconnected by an administrator' });
});
