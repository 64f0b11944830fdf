import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { joinNode } from './testing/client';
import { control } from './testing/control';
import { dial } from './testing/device';
import { startWithSink } from './testing/start-with-sink';

const roomSchema = z.object({ id: z.uuid(), name: z.string(), participants: z.array(z.string()) });

let world: Awaited<ReturnType<typeof startWithSink>>;
let host: Awaited<ReturnType<typeof joinNode>>;
let device: Awaited<ReturnType<typeof dial>>;

beforeEach(async () => {
  world = await startWithSink();
  host = await joinNode(world.simulator.node, 'room', 'Host', { pin: '1234' });
  device = await dial(world.simulator.secondNode, { alias: 'room', pin: '#' });
});
afterEach(() => world.stop());

async function open(participants: string[]) {
  const { http, json } = await control(world.simulator.node, 'POST', 'breakouts', { conference: 'Room', participants });
  expect(http).toBe(201);
  return roomSchema.parse(json);
}
const inRoom = async (name: string) =>
  (await world.list(`status/v1/participant/?conference=${name}`)).map(({ id, has_media }) => [id, has_media]);
const rooms = async () => (await world.list('status/v1/conference/?order_by=name')).map(({ id, name }) => [id, name]);

test('people are moved to a room and back without a disconnect, and hosts are there as shadows', async () => {
  const room = await open([device.id]);
  expect(room).toMatchObject({ name: `Room_breakout_${room.id}`, participants: [device.id] });
  const moved = await world.reported('participant_connected', { uuid: device.id, conference: room.name });
  expect(moved).toMatchObject({ node: '192.0.2.12', data: { connect_time: null, has_media: true } });
  const shadow = await world.reported('participant_connected', { conversation_id: host.uuid, conference: room.name });
  expect(shadow).toMatchObject({ data: { protocol: 'API', has_media: false, related_uuids: [host.uuid] } });
  expect((await inRoom(room.name)).map(([, hasMedia]) => hasMedia).sort()).toEqual([false, true]);
  expect(await inRoom('Room')).toEqual([[host.uuid, false]]);
  expect((await rooms()).map(([, name]) => name)).toEqual(['Room', room.name]);
  expect(await world.list(`status/v1/conference_shard/?conference=${room.name}&order_by=node`)).toMatchObject([
    { node: '192.0.2.11' },
    { node: '192.0.2.12' },
  ]);

  const closed = await control(world.simulator.node, 'DELETE', `breakouts/${room.id}`);
  expect(closed.http).toBe(204);
  await world.reported('conference_ended', { name: room.name });
  expect(await inRoom('Room')).toEqual([
    [host.uuid, false],
    [device.id, true],
  ]);
  const ofDevice = world
    .events()
    .filter(({ data }) => z.object({ uuid: z.literal(device.id) }).safeParse(data).success);
  expect(ofDevice.map(({ event }) => event)).not.toContain('participant_disconnected');
});

test('one can go from room to room, and back alone', async () => {
  const [first, second] = [await open([device.id]), await open([])];
  const path = `breakouts/${second.id}/participants`;
  expect(await control(world.simulator.node, 'POST', path, { participants: [device.id] })).toMatchObject({
    json: { participants: [device.id] },
  });
  await world.reported('participant_connected', { uuid: device.id, conference: second.name });
  expect((await control(world.simulator.node, 'DELETE', `breakouts/${first.id}/participants/${device.id}`)).http).toBe(
    404,
  );
  await control(world.simulator.node, 'DELETE', `${path}/${device.id}`);
  expect(await inRoom('Room')).toHaveLength(2);
});

test('a room outlives the end of its conference, and is ended by its own id', async () => {
  const room = await open([device.id]);
  const disconnect = (id: unknown) =>
    world.manage('command/v1/conference/disconnect/', 'POST', { conference_id: id }).then(({ status }) => status);
  const [main] = await rooms();
  expect(await disconnect(main?.[0])).toBe(202);
  await host.sees('disconnect');
  expect(await rooms()).toEqual([[room.id, room.name]]);
  expect(await disconnect(room.id)).toBe(202);
  expect(await rooms()).toEqual([]);
  expect(await disconnect(room.id)).toBe(400);
  expect(await device.now()).toMatchObject({ outcome: 'ended' });
});

test('nobody is moved who is not there, and nowhere that is not', async () => {
  const ask = (path: string, body: unknown) => control(world.simulator.node, 'POST', path, body);
  expect((await ask('breakouts', { conference: 'Elsewhere' })).http).toBe(404);
  expect((await ask('breakouts', { conference: 'Room', participants: ['nobody'] })).http).toBe(404);
  expect((await ask('breakouts', { room: 'Room' })).http).toBe(400);
  expect((await ask('breakouts/none/participants', { participants: [device.id] })).http).toBe(404);
  expect((await rooms()).map(([, name]) => name)).toEqual(['Room']);
});
