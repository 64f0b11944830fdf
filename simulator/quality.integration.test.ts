import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { TestingPeer } from './media/testing-peer';
import { joinNode } from './testing/client';
import { control } from './testing/control';
import { dial } from './testing/device';
import { startWithSink } from './testing/start-with-sink';
import { until } from './testing/until';

const answerSchema = z.object({ call_uuid: z.string(), sdp: z.string() });

let world: Awaited<ReturnType<typeof startWithSink>>;
beforeEach(async () => {
  world = await startWithSink({ SIMULATOR_QUALITY_SECONDS: '1' });
});
afterEach(() => world.stop());

const windowSchema = z.looseObject({
  event: z.literal('participant_media_stream_window'),
  data: z.looseObject({
    uuid: z.string(),
    call_quality_now: z.string(),
    packet_loss_history: z.array(z.looseObject({ stream_type: z.string(), rx_packets_received: z.number() })),
  }),
});
const windowsOf = (id: string) =>
  world
    .events()
    .flatMap((event) => windowSchema.safeParse(event).data ?? [])
    .filter(({ data }) => data.uuid === id);
const setQuality = (id: string, quality: unknown) =>
  control(world.simulator.node, 'PUT', `participants/${id}/quality`, { quality });

test('a window tells how good a call is by what was received of it', async () => {
  const host = await joinNode(world.simulator.node, 'room', 'Host', { pin: '1234' });
  const peer = new TestingPeer('host', { colour: { y: 80, u: 90, v: 200 }, hertz: 440 });
  let callId = '';
  await peer.join({
    join: async ({ offerSdp }) => {
      const { result } = await host.own('calls', { body: { call_type: 'WEBRTC', sdp: offerSdp } });
      const { call_uuid: id, sdp: answerSdp } = answerSchema.parse(result);
      callId = id;
      return { id, answerSdp };
    },
  });
  const { data } = await world.reported('participant_media_stream_window', { uuid: callId });
  expect(data).toMatchObject({ call_quality_was: '0_unknown', recent_quality: expect.any(Array) });

  // Which of sound and picture comes first is nobody's promise: a change is told at once, with what was received since.
  let told = 0;
  await until('sound and picture', async () => {
    const windows = windowsOf(callId);
    const streams = windows.flatMap(({ data: { packet_loss_history } }) => packet_loss_history);
    const received = streams.filter(({ rx_packets_received }) => rx_packets_received > 0);
    const types = new Set(received.map(({ stream_type }) => stream_type));
    if (types.has('audio') && types.has('video')) return true;
    const isTerrible = windows.at(-1)?.data.call_quality_now === '4_terrible';
    if (windows.length > told) await setQuality(callId, isTerrible ? 3 : 4);
    told = windows.length;
    return false;
  });
  peer.leave();
});

test('somebody’s call can be made bad, and recorders are told apart from people', async () => {
  const device = await dial(world.simulator.node, { alias: 'room', pin: '1234' });
  const recorder = await dial(world.simulator.node, {
    ...{ alias: 'room', direction: 'dial_out', protocol: 'rtmp', callerAlias: 'rtmp://live.example.com/a' },
    streaming: true,
  });
  await world.reported('participant_connected', { uuid: recorder.id, is_streaming: true });
  expect(await world.list('status/v1/participant/?is_streaming=true')).toMatchObject([{ id: recorder.id }]);

  const set = (quality: unknown, id = device.id) => setQuality(id, quality);
  expect(await set(4)).toMatchObject({ http: 200, json: { id: device.id, quality: '4_terrible' } });
  await world.reported('participant_media_stream_window', {
    ...{ uuid: device.id, call_quality_was: '0_unknown', call_quality_now: '4_terrible' },
  });
  expect(await world.list('status/v1/participant/?call_quality=4_terrible')).toMatchObject([{ id: device.id }]);
  await set(1);
  await world.reported('participant_media_stream_window', {
    ...{ uuid: device.id, call_quality_was: '4_terrible', call_quality_now: '1_good' },
  });
  expect((await set(5)).http).toBe(400);
  expect((await set(1, 'nobody')).http).toBe(404);
});
