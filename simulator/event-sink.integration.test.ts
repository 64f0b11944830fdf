import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { joinNode } from './testing/client';
import { dial } from './testing/device';
import { envelopeSchema, type startSinkServer } from './testing/sink-server';
import { namesOf, seqsOf, startWithSink as start } from './testing/start-with-sink';
import { until } from './testing/until';

const toStop: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0)) await stop();
});

async function startWithSink(
  statusFor: Parameters<typeof startSinkServer>[0],
  environment: Record<string, string> = {},
) {
  const world = await start({ SIMULATOR_NODES: '0@Harbour', ...environment }, statusFor);
  toStop.push(world.stop);
  return world;
}

test('a call is reported in order, numbered from 1, with credentials', async () => {
  const { sink, simulator } = await startWithSink(() => 200);
  const host = await joinNode(simulator.node, 'room', 'Host', { pin: '1234' });
  await host.call('release_token');
  await until('the end of the conference', () => namesOf(sink.accepted()).includes('conference_ended'));
  expect(namesOf(sink.accepted())).toEqual([
    'eventsink_started',
    'conference_started',
    'participant_connected',
    'participant_disconnected',
    'conference_ended',
  ]);
  expect(seqsOf(sink.accepted())).toEqual([1, 2, 3, 4, 5]);
  expect(new Set(sink.accepted().map(({ node }) => node))).toEqual(new Set(['192.0.2.11']));
  expect(sink.attempts[0]?.authorization).toBe(`Basic ${btoa('infinity:dev-events-password')}`);
  expect(sink.accepted()[3]?.data).toMatchObject({
    conference: 'Room',
    service_tag: 't',
    display_name: 'Host',
    disconnect_reason: 'Call disconnected',
  });
});

test('an event that is not accepted is repeated after a second, and nothing overtakes it', async () => {
  const { sink, simulator } = await startWithSink((_envelope, attempt) => (attempt === 1 || attempt === 2 ? 503 : 200));
  const host = await joinNode(simulator.node, 'room', 'Host', { pin: '1234' });
  await host.call('release_token');
  await until('all events', () => namesOf(sink.accepted()).includes('conference_ended'), 8000);
  expect(seqsOf(sink.attempts.map(({ envelope }) => envelope))).toEqual([1, 2, 2, 2, 3, 4, 5]);
  const [, first, second, third] = sink.attempts;
  if (!first || !second || !third) throw new Error('too few attempts');
  expect(second.at - first.at).toBeGreaterThanOrEqual(990);
  expect(third.at - second.at).toBeGreaterThanOrEqual(1990);
});

test('a sink that does not answer in time is asked again', async () => {
  // With the 7 s of a real node, the second attempt would come too late.
  const quick = { SIMULATOR_EVENT_TIMEOUT_SECONDS: '0.2', SIMULATOR_EVENT_FIRST_BACKOFF_SECONDS: '0.05' };
  const { sink } = await startWithSink((_envelope, attempt) => (attempt === 0 ? 0 : 200), quick);
  await until('the second attempt', () => sink.accepted().length === 1);
  expect(seqsOf(sink.attempts.map(({ envelope }) => envelope))).toEqual([1, 1]);
});

test('a node that stops reports the end of its calls and of its sink', async () => {
  const { sink, simulator } = await startWithSink(() => 200);
  await joinNode(simulator.node, 'room', 'Host', { pin: '1234' });
  await simulator.stop();
  expect(namesOf(sink.accepted()).slice(-3)).toEqual([
    'participant_disconnected',
    'conference_ended',
    'eventsink_stopped',
  ]);
});

test('every node numbers its own events', async () => {
  const { sink, simulator } = await startWithSink(() => 200, { SIMULATOR_NODES: '0@Harbour,0@Inland' });
  const host = await joinNode(simulator.node, 'room', 'Host', { pin: '1234' });
  const guest = await joinNode(simulator.secondNode, 'room', 'Guest', { pin: 'none' });
  await guest.call('release_token');
  await host.call('release_token');
  const of = (ip: string) => sink.accepted().filter(({ node }) => node === ip);
  const isEnded = (ip: string) => namesOf(of(ip)).includes('conference_ended');
  await until('both ends', () => isEnded('192.0.2.11') && isEnded('192.0.2.12'));
  for (const ip of ['192.0.2.11', '192.0.2.12']) {
    expect(seqsOf(of(ip))).toEqual([1, 2, 3, 4, 5]);
    expect(namesOf(of(ip))[1]).toBe('conference_started');
  }
});

test('with bulk, events are wrapped and keep their own numbers', async () => {
  const { sink, simulator } = await startWithSink(() => 200, { SIMULATOR_EVENT_BULK: 'true' });
  const host = await joinNode(simulator.node, 'room', 'Host', { pin: '1234' });
  await host.call('release_token');
  const inside = () => sink.accepted().flatMap(({ data }) => z.array(envelopeSchema).parse(data));
  await until('the end of the conference', () => namesOf(inside()).includes('conference_ended'));
  expect(seqsOf(inside())).toEqual([1, 2, 3, 4, 5]);
  expect(sink.accepted()[0]).toMatchObject({ node: '127.0.0.1', seq: 0, event: 'eventsink_bulk' });
});

test('a SIP device is reported like a browser, as one leg of its own protocol', async () => {
  const { sink, simulator } = await startWithSink(() => 200);
  const device = await dial(simulator.node, { alias: 'room', pin: '1234', callerAlias: 'room7@example.com' });
  await device.hangUp();
  await until('the end of the conference', () => namesOf(sink.accepted()).includes('conference_ended'));
  expect(namesOf(sink.accepted())).toEqual([
    'eventsink_started',
    'conference_started',
    'participant_connected',
    'participant_disconnected',
    'participant_media_streams_destroyed',
    'conference_ended',
  ]);
  expect(sink.accepted()[3]?.data).toMatchObject({
    uuid: device.id,
    protocol: 'SIP',
    source_alias: 'sip:room7@example.com',
    destination_alias: 'sip:room@192.0.2.11',
    disconnect_reason: 'Call disconnected',
  });
});
