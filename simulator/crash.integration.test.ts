import { afterEach, beforeEach, expect, test } from 'vitest';
import { joinNode } from './testing/client';
import { control } from './testing/control';
import { dial } from './testing/device';
import { namesOf, startWithSink } from './testing/start-with-sink';
import { until } from './testing/until';

let world: Awaited<ReturnType<typeof startWithSink>>;
beforeEach(async () => {
  world = await startWithSink();
});
afterEach(() => world.stop());

const node = () => world.simulator.node;
const ofNode = () => world.events().filter((event) => event.node === '192.0.2.11');
const alarms = () => world.list('status/v1/alarm/');

test('a node that crashes takes its calls with it and reports nothing; it comes back with a new count', async () => {
  const host = await joinNode(node(), 'room', 'Host', { pin: '1234' });
  const far = await joinNode(world.simulator.secondNode, 'room', 'Far', { pin: 'none' });
  const pinless = await dial(node(), { alias: 'room', callerAlias: 'room7@example.com' });
  await world.reported('participant_connected', { uuid: far.uuid });
  expect(await control(node(), 'POST', 'crash')).toMatchObject({ http: 200, json: { isDown: true } });

  await far.sees('participant_delete', { uuid: host.uuid });
  await until('the end of the stream', host.isStreamOver);
  expect(host.events.some(({ event }) => event === 'disconnect')).toBe(false);
  await expect(host.call('refresh_token')).rejects.toThrow('fetch failed');
  expect(await pinless.now()).toMatchObject({ outcome: 'ended' });
  expect(await world.list('status/v1/participant/')).toMatchObject([{ id: far.uuid }]);
  expect(await world.list('status/v1/conference_shard/')).toMatchObject([{ node: '192.0.2.12' }]);
  expect(await alarms()).toMatchObject([{ name: 'connectivity_lost', node: '192.0.2.11' }]);
  expect(await world.list('status/v1/worker_vm/?name=192.0.2.11')).toMatchObject([{ sync_status: 'UNREACHABLE' }]);
  expect((await control(node(), 'POST', 'event-sink/start')).http).toBe(409);

  await control(node(), 'POST', 'recover');
  await until('the new start', () => namesOf(ofNode()).filter((name) => name === 'eventsink_started').length === 2);
  expect(ofNode().at(-1)).toMatchObject({ event: 'eventsink_started', seq: 1 });
  expect(namesOf(ofNode())).not.toContain('participant_disconnected');
  expect(await alarms()).toEqual([]);
  const again = await joinNode(node(), 'room', 'Again', { pin: '1234' });
  expect(again.granted.current_service_type).toBe('conference');
});
