import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { joinNode } from './testing/client';
import { control } from './testing/control';
import { namesOf, seqsOf, startWithSink } from './testing/start-with-sink';
import { until } from './testing/until';

const quick = { SIMULATOR_EVENT_FIRST_BACKOFF_SECONDS: '0.05', SIMULATOR_EVENT_LONGEST_BACKOFF_SECONDS: '0.4' };

let isAnswering = true;
let world: Awaited<ReturnType<typeof startWithSink>>;

beforeEach(async () => {
  isAnswering = true;
  world = await startWithSink(quick, () => (isAnswering ? 200 : 503));
  await until('the start of both sinks', () => world.events().length === 2);
});
afterEach(() => world.stop());

const node = () => world.simulator.node;
const ofNode = (ip = '192.0.2.11') => world.events().filter((event) => event.node === ip);
const join = (name: string) => joinNode(node(), 'room', name, { pin: '1234' });
const alarms = () => world.list('status/v1/alarm/');
const faults = (body: unknown) => control(node(), 'PUT', 'event-sink/faults', body);

describe('a publisher whose back-off has reached its limit', () => {
  async function stopped() {
    isAnswering = false;
    const host = await join('Host');
    await until('the alarm', async () => (await alarms()).length > 0);
    const attempts = world.sink.attempts.length;
    await host.call('release_token');
    expect(world.sink.attempts).toHaveLength(attempts);
    isAnswering = true;
    return host;
  }
  test('raises the alarm, is silent, and sends all that waited once it is restarted, in a new count', async () => {
    await stopped();
    expect(await alarms()).toMatchObject([{ name: 'eventsink_maximum_backoff', node: '192.0.2.11' }]);
    const restartedAt = '2026-11-21T10:00:00.123456';
    const patched = await world.manage('configuration/v1/event_sink/1/', 'PATCH', { restart_date: restartedAt });
    expect(patched.status).toBe(202);
    await world.reported('conference_ended');
    expect(ofNode().map(({ seq, event }) => [seq, event])).toEqual([
      [1, 'eventsink_started'],
      [1, 'eventsink_started'],
      [2, 'conference_started'],
      [3, 'participant_connected'],
      [4, 'participant_disconnected'],
      [5, 'conference_ended'],
    ]);
    expect(await alarms()).toEqual([]);
    expect(await world.list('configuration/v1/event_sink/')).toMatchObject([{ restart_date: restartedAt }]);
    // The other node never stopped, and is not started again.
    expect(namesOf(ofNode('192.0.2.12'))).toEqual(['eventsink_started']);
    const next = await join('Next');
    await world.reported('participant_connected', { uuid: next.uuid });
    expect(seqsOf(ofNode().slice(-2))).toEqual([2, 3]);
  });
  test('starts again when the sink is changed', async () => {
    await stopped();
    await world.manage('configuration/v1/event_sink/1/', 'PATCH', { description: 'Mayfly' });
    await world.reported('eventsink_updated');
    expect(await alarms()).toEqual([]);
  });
});

test('a publisher can be stopped and started without waiting for its back-off', async () => {
  expect(await control(node(), 'POST', 'event-sink/stop')).toMatchObject({ http: 200, json: { state: 'stopped' } });
  const host = await join('Host');
  expect(await control(node(), 'GET', 'event-sink')).toMatchObject({ json: { state: 'stopped', waiting: 2, seq: 3 } });
  expect(ofNode()).toHaveLength(1);
  await control(node(), 'POST', 'event-sink/start');
  await world.reported('participant_connected', { uuid: host.uuid });
  expect(await alarms()).toEqual([]);
});

test('lost events leave a gap in the count, and nothing else does', async () => {
  await faults({ lose: { count: 1, events: ['participant_connected'] } });
  await join('Lost');
  const kept = await join('Kept');
  await world.reported('participant_connected', { uuid: kept.uuid });
  expect(seqsOf(ofNode())).toEqual([1, 2, 4]);
});

test('events arrive twice, and last first', async () => {
  await faults({ duplicate: { count: 1, events: ['conference_started'] }, outOfOrder: { count: 3 } });
  await join('Host');
  await until('all of them', () => ofNode().length === 4);
  expect(seqsOf(ofNode())).toEqual([1, 3, 2, 2]);
});

test('events that are held back are sent when the faults are lifted', async () => {
  await faults({ outOfOrder: { count: 100 } });
  const host = await join('Host');
  expect(await control(node(), 'GET', 'event-sink')).toMatchObject({ json: { waiting: 2 } });
  await control(node(), 'DELETE', 'event-sink/faults');
  await world.reported('participant_connected', { uuid: host.uuid });
  expect(seqsOf(ofNode())).toEqual([1, 2, 3]);
});

test('delayed events keep the time at which they happened', async () => {
  await faults({ delayMs: 300 });
  const host = await join('Host');
  const { time } = await world.reported('participant_connected', { uuid: host.uuid });
  const arrival = world.sink.attempts.at(-1);
  expect((arrival?.at ?? 0) - time * 1000).toBeGreaterThanOrEqual(299);
});

test('nothing passes a cut network, and all of it when that is mended', async () => {
  await faults({ isCut: true });
  const host = await join('Host');
  await until('the alarm', async () => (await alarms()).length > 0);
  expect(ofNode()).toHaveLength(1);
  await control(node(), 'DELETE', 'event-sink/faults');
  await control(node(), 'POST', 'event-sink/start');
  await world.reported('participant_connected', { uuid: host.uuid });
});

test('what cannot be a fault is refused with the name of its field', async () => {
  expect(await faults({ lose: { count: 0 } })).toMatchObject({
    http: 400,
    json: { fields: [{ field: 'lose.count' }] },
  });
  expect(await faults({ colour: 'red' })).toMatchObject({ http: 400 });
});
