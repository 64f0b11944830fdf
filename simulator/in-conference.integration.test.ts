import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinNode, type Client } from './testing/client';
import { startRooms } from './testing/start-rooms';

let rooms: Awaited<ReturnType<typeof startRooms>>;
beforeAll(async () => {
  rooms = await startRooms({ SIMULATOR_NODES: '0@Harbour,0@Inland' });
});
afterAll(() => rooms.stop());

const names = (client: Client) => client.events.map(({ event }) => event);

describe('the waiting room', () => {
  test('holds a guest until a host comes', async () => {
    const alias = rooms.newAlias();
    const guest = await rooms.joinGuest(alias);
    expect(guest.granted.current_service_type).toBe('waiting_room');
    expect(await guest.call('conference_status', { method: 'GET' })).toMatchObject({ result: { started: false } });
    await rooms.joinHost(alias);
    await guest.sees('participant_update', { uuid: guest.uuid, service_type: 'conference' });
    await guest.sees('conference_update', { started: true });
  });
  test('holds guests while the conference is locked, until a host admits them', async () => {
    const alias = rooms.newAlias();
    const host = await rooms.joinHost(alias);
    expect(await host.call('lock')).toMatchObject({ http: 200, result: true });
    await host.sees('conference_update', { locked: true });
    const guest = await rooms.joinGuest(alias);
    expect(guest.granted.current_service_type).toBe('waiting_room');
    expect(await guest.call(`participants/${guest.uuid}/unlock`)).toMatchObject({ http: 403 });
    expect(await host.call(`participants/${guest.uuid}/unlock`)).toMatchObject({ http: 200, result: true });
    await guest.sees('participant_update', { uuid: guest.uuid, service_type: 'conference' });
  });
});

test('a stream begins with the sync bracket; later comings and goings follow', async () => {
  const alias = rooms.newAlias();
  const host = await rooms.joinHost(alias);
  await host.sees('stage');
  expect(names(host)).toEqual([
    'participant_sync_begin',
    'participant_create',
    'participant_sync_end',
    'conference_update',
    'layout',
    'stage',
  ]);
  const guest = await rooms.joinGuest(alias);
  await host.sees('participant_create', { uuid: guest.uuid, role: 'guest' });
  expect(await guest.call('release_token')).toMatchObject({ http: 200, result: true });
  await host.sees('participant_delete', { uuid: guest.uuid });
});

test('conferences span the nodes', async () => {
  const alias = rooms.newAlias();
  const host = await rooms.joinHost(alias);
  const guest = await joinNode(rooms.simulator.secondNode, alias, 'Inlander', { pin: 'none' });
  await host.sees('participant_create', { uuid: guest.uuid });
  expect(rooms.policy.asked('service/configuration').at(-1)?.query.get('location')).toBe('Inland');
  expect(rooms.policy.asked('service/configuration').at(-1)?.query.get('node_ip')).toBe('192.0.2.12');
});

describe('chat', () => {
  test('reaches the others, not the sender; a private message one alone', async () => {
    const alias = rooms.newAlias();
    const host = await rooms.joinHost(alias);
    const guest = await rooms.joinGuest(alias);
    const third = await rooms.joinGuest(alias, 'Third');
    const message = { type: 'text/plain', payload: 'hello' };
    expect(await guest.call('message', { body: message })).toMatchObject({ http: 200, result: true });
    await host.sees('message_received', { origin: 'Guest', payload: 'hello', direct: false });
    await third.sees('message_received', { payload: 'hello' });
    const secret = { type: 'text/plain', payload: 'psst' };
    await host.call(`participants/${third.uuid}/message`, { body: secret });
    await third.sees('message_received', { payload: 'psst', direct: true });
    expect(names(guest)).not.toContain('message_received');
  });
  test('is closed to those who wait', async () => {
    const guest = await rooms.joinGuest(rooms.newAlias());
    const message = { type: 'text/plain', payload: 'hello' };
    expect(await guest.call('message', { body: message })).toMatchObject({ http: 403, status: 'failed' });
  });
});
