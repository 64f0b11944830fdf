import { expect, test } from 'vitest';
import { inVersion } from './sink-version';

const nodeIp = '192.0.2.11';
const participant = {
  uuid: 'leg',
  conference: 'Room',
  end_time: 5,
  duration: 4,
  related_uuids: ['host'],
  encryption: 'On',
};
const disconnected = { nodeIp, event: 'participant_disconnected', data: { ...participant, disconnect_reason: 'gone' } };
const destroyed = {
  nodeIp,
  event: 'participant_media_streams_destroyed',
  data: { uuid: 'leg', media_streams: [{ stream_id: '1', rx_codec: 'VP8' }] },
};
const window = { nodeIp, event: 'participant_media_stream_window', data: { uuid: 'leg' } };
const ended = { nodeIp, event: 'conference_ended', data: { name: 'Room', end_time: 5 } };

test('version 2 is what it is', () => {
  const events = [disconnected, destroyed, window, ended];
  expect(inVersion(2, events)).toEqual(events);
});

test('version 1 has its figures in the disconnect, fewer fields, and no events of media', () => {
  expect(inVersion(1, [disconnected, destroyed, window, ended])).toEqual([
    {
      nodeIp,
      event: 'participant_disconnected',
      data: {
        uuid: 'leg',
        conference: 'Room',
        disconnect_reason: 'gone',
        media_streams: [{ stream_id: 1, rx_codec: 'VP8' }],
      },
    },
    ended,
  ]);
});

test('in version 1 a leg without media has no streams, and only a disconnect has any', () => {
  const connected = { nodeIp, event: 'participant_connected', data: { uuid: 'leg' } };
  expect(inVersion(1, [connected, disconnected]).map(({ data }) => data.media_streams)).toEqual([undefined, []]);
});
