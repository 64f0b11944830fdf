import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { joinNode } from './testing/client';
import { control } from './testing/control';
import { dial } from './testing/device';
import { startWithSink } from './testing/start-with-sink';
import { until } from './testing/until';

let world: Awaited<ReturnType<typeof startWithSink>>;
beforeEach(async () => {
  world = await startWithSink({
    // Time enough to see that it is not there yet, also on a slow machine.
    SIMULATOR_HISTORY_DELAY_SECONDS: '1',
    SIMULATOR_MANAGEMENT_REQUESTS_PER_MINUTE: '60',
  });
});
afterEach(() => world.stop());

const sinkPath = 'configuration/v1/event_sink/1/';

test('history knows a call a little after it is over, by name, reason and time', async () => {
  const before = new Date().toISOString();
  const host = await joinNode(world.simulator.node, 'room', 'Host', { pin: '1234' });
  const device = await dial(world.simulator.node, { alias: 'room', pin: '1234', callerAlias: 'room7@example.com' });
  await device.hangUp();
  expect(await world.list('history/v1/participant/')).toEqual([]);
  await host.call('release_token');
  const [conference] = await until('the history', async () => {
    await delay(100); // sixty requests a minute, and no more
    const found = await world.list(`history/v1/conference/?name=Room&start_time__gte=${before}`);
    return found.length > 0 && found;
  });
  expect(conference).toMatchObject({ tag: 't', participant_count: 2 });
  const people = await world.list('history/v1/participant/?conference_name=Room&order_by=-start_time');
  expect(people).toMatchObject([
    { id: device.id, protocol: 'SIP', disconnect_reason: 'Call disconnected', remote_alias: 'sip:room7@example.com' },
    { id: host.uuid, protocol: 'API', display_name: 'Host' },
  ]);
  const [uri] = z.object({ participants: z.array(z.string()) }).parse(conference).participants;
  const one = await world.manage((uri ?? '').replace('/api/admin/', ''));
  expect(await one.json()).toMatchObject({ conference_name: 'Room' });
  expect((await world.manage('history/v1/participant/nobody/')).status).toBe(404);
});

test('nodes and locations are listed with what they carry', async () => {
  await dial(world.simulator.secondNode, { alias: 'room', pin: '1234' });
  expect(await world.list('status/v1/worker_vm/?order_by=name')).toMatchObject([
    { name: '192.0.2.11', system_location: 'Harbour', node_type: 'CONFERENCING', signaling_count: 0, media_load: 0 },
    { name: '192.0.2.12', system_location: 'Inland', sync_status: 'SYNCED', signaling_count: 1, media_load: 3 },
  ]);
  expect(await world.list('status/v1/system_location/?media_tokens_used__gt=0')).toMatchObject([{ name: 'Inland' }]);
  expect(await world.list('status/v1/alarm/')).toEqual([]);
});

describe('the event sink', () => {
  test('is shown without its password', async () => {
    const response = await world.manage(sinkPath);
    const shown = z.record(z.string(), z.unknown()).parse(await response.json());
    expect(shown).toMatchObject({
      ...{ id: 1, url: world.sink.url, username: 'infinity', version: 2, bulk_support: false },
      ...{ verify_tls_certificate: false, restart_date: null, resource_uri: `/api/admin/${sinkPath}` },
    });
    expect(shown).not.toHaveProperty('password');
    expect(await world.list(`configuration/v1/event_sink/?url=${world.sink.url}`)).toHaveLength(1);
  });
  test('can be changed: version, bulk and credentials hold from then on', async () => {
    const change = { version: 1, bulk_support: true, username: 'node', password: 'secret' };
    expect((await world.manage(sinkPath, 'PATCH', change)).status).toBe(202);
    const device = await dial(world.simulator.node, { alias: 'room', pin: '1234' });
    await device.hangUp();
    const ended = await world.reported('participant_disconnected', { uuid: device.id });
    expect(ended).toMatchObject({ version: 1, data: { media_streams: [] } });
    expect(ended.data).not.toHaveProperty('end_time');
    expect(world.sink.accepted().at(-1)).toMatchObject({ event: 'eventsink_bulk', version: 1 });
    expect(world.sink.attempts.at(-1)?.authorization).toBe(`Basic ${btoa('node:secret')}`);
  });
  test.each([
    ['an unknown field', { verify_certificate: true }],
    ['an unknown version', { version: 3 }],
    ['a date that is none', { restart_date: 'now' }],
    ['an object that is none', 'restart'],
  ])('is not changed by %s', async (_, change) => {
    const response = await world.manage(sinkPath, 'PATCH', change);
    expect(response.status).toBe(400);
    expect(await response.json()).toHaveProperty('event_sink');
  });
  test('is neither added to nor deleted', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect((await world.manage('configuration/v1/event_sink/', method, {})).status).toBe(405);
    }
    expect((await world.manage(sinkPath, 'DELETE')).status).toBe(405);
    expect((await world.manage('configuration/v1/event_sink/2/', 'PATCH', {})).status).toBe(404);
    expect((await world.manage(sinkPath)).status).toBe(200);
  });
});

test('a filter that does not exist is refused, and names itself', async () => {
  const response = await world.manage('status/v1/participant/?conference__name__in=Room');
  expect([response.status, await response.json()]).toEqual([400, { error: 'conference__name__in is no filter' }]);
});

test('beyond the limit there are no answers for a while, not even to commands', async () => {
  const statuses: number[] = [];
  for (let count = 0; count < 61; count += 1) statuses.push((await world.manage('status/v1/conference/')).status);
  expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true);
  expect(statuses[60]).toBe(429);
  const command = await world.manage('command/v1/conference/disconnect/', 'POST', { conference_id: 'x' });
  expect([command.status, command.headers.get('retry-after')]).toEqual([429, '60']);
});

test('the Management Node can be slow, or away', async () => {
  await control(world.simulator.node, 'PUT', 'management', { delayMs: 300 });
  const askedAt = Date.now();
  expect((await world.manage('status/v1/conference/')).status).toBe(200);
  expect(Date.now() - askedAt).toBeGreaterThanOrEqual(299);
  await control(world.simulator.node, 'PUT', 'management', { isAway: true });
  await expect(world.manage('status/v1/conference/')).rejects.toThrow('fetch failed');
  await control(world.simulator.node, 'PUT', 'management', {});
  expect((await world.manage('status/v1/conference/')).status).toBe(200);
});
