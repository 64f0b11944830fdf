import { expect, test } from 'vitest';
import { mediaStreams } from './media-streams';

const nothing = {
  packets: 0,
  bytes: 0,
  packetsLost: 0,
  jitterMs: 0,
  codec: '',
  width: 0,
  height: 0,
  framesPerSecond: 0,
};
const idle = { received: nothing, sent: nothing };

test('figures are bit rates over the call, loss in percent, and only of streams in which something flowed', () => {
  const received = { ...nothing, packets: 90, packetsLost: 10, bytes: 125_000, codec: 'VP8', width: 640, height: 360 };
  const streams = mediaStreams({ audio: idle, video: { received, sent: nothing }, presentation: idle }, 10);
  expect(streams).toEqual([
    expect.objectContaining({
      stream_type: 'video',
      rx_bitrate: 100,
      rx_codec: 'VP8',
      rx_resolution: '640x360',
      rx_packet_loss: 10,
      rx_packets_lost: 10,
      rx_packets_received: 90,
      tx_resolution: '',
      tx_packets_sent: 0,
    }),
  ]);
});

test('a call of no length has no bit rate, and an unmeasured one no streams', () => {
  const received = { ...nothing, packets: 1, bytes: 1000 };
  const streams = mediaStreams({ audio: { received, sent: nothing }, video: idle, presentation: idle }, 0);
  expect(streams).toMatchObject([{ rx_bitrate: 0 }]);
  expect(mediaStreams(null, 10)).toEqual([]);
});
