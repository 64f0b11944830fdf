import { expect, test } from 'vitest';
import type { StreamCounters } from './call-quality';
import { qualityWindow, type Window } from './quality-window';

const stream = (type: 'audio' | 'video', received: number, lost: number): StreamCounters => ({
  streamId: type === 'audio' ? '0' : '1',
  type,
  received,
  lost,
  sent: received,
});
const window = (at: number, quality: Window['quality'], ...streams: StreamCounters[]): Window => ({
  at,
  lengthMs: 20_000,
  quality,
  streams,
});

test('a window tells what was and is, the loss of each stream in use, and how it went before', () => {
  const earlier = window(1_000_000, 1, stream('audio', 1000, 0));
  const latest = window(1_020_000, 3, stream('audio', 1000, 0), stream('video', 950, 50));
  expect(qualityWindow('leg', 1, [earlier], latest)).toEqual({
    uuid: 'leg',
    call_quality_was: '1_good',
    call_quality_now: '3_bad',
    packet_loss_history: [
      {
        ...{ stream_id: '0', stream_type: 'audio', time: 1020, time_delta: -20 },
        ...{ tx_packets_sent: 1000, tx_packets_lost: 0, rx_packets_received: 1000, rx_packets_lost: 0 },
      },
      {
        ...{ stream_id: '1', stream_type: 'video', time: 1020, time_delta: -20 },
        ...{ tx_packets_sent: 950, tx_packets_lost: 0, rx_packets_received: 950, rx_packets_lost: 50 },
      },
    ],
    recent_quality: [
      {
        ...{ time: 1000, time_delta: -20, quality: 1, audio: 1, video: null },
        ...{ presentation: null, applicationsharing: null },
      },
      {
        ...{ time: 1020, time_delta: 0, quality: 3, audio: 1, video: 3 },
        ...{ presentation: null, applicationsharing: null },
      },
    ],
  });
});
