import { expect, it } from 'vitest';
import type { CallSignal } from './call';
import { watchLink } from './link-watch';

/** A connection that a test leads through its states. */
class Peer extends EventTarget {
  iceConnectionState: RTCIceConnectionState = 'new';
  becomes(state: RTCIceConnectionState) {
    this.iceConnectionState = state;
    this.dispatchEvent(new Event('iceconnectionstatechange'));
  }
}

function watched() {
  const peer = new Peer();
  const told: string[] = [];
  const watch = () => watchLink(peer as unknown as RTCPeerConnection, (signal: CallSignal) => told.push(signal.type));
  watch();
  return { peer, told, watch };
}

it.each(['disconnected', 'failed'] as const)(
  'a connection that is %s is interrupted, and restored when it is back',
  (state) => {
    const { peer, told } = watched();
    peer.becomes('checking');
    peer.becomes('connected');
    peer.becomes(state);
    peer.becomes('checking');
    peer.becomes('completed');
    expect(told).toEqual(['media-restored', 'media-interrupted', 'media-restored']);
  },
);

it('one that we have closed tells nothing', () => {
  const { peer, told } = watched();
  peer.becomes('closed');
  expect(told).toEqual([]);
});

it.each([
  ['connected', 'media-restored'],
  ['completed', 'media-restored'],
  ['disconnected', 'media-interrupted'],
] as const)('one that is %s before anybody looks tells that too', (state, expected) => {
  const { peer, told, watch } = watched();
  peer.iceConnectionState = state;
  watch();
  expect(told).toEqual([expected]);
});

it('is told once, however often the same connection is reported', () => {
  const { peer, told, watch } = watched();
  watch();
  watch();
  peer.becomes('failed');
  expect(told).toEqual(['media-interrupted']);
});
