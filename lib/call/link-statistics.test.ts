import { describe, expect, it } from 'vitest';
import { qualityOf } from './link-quality';
import { summarise, type LinkFigures } from './link-statistics';

type Entry = { id: string; type: string; [field: string]: unknown };
const report = (timestamp: number, ...entries: Entry[]) =>
  new Map<string, unknown>(entries.map((entry) => [entry.id, { timestamp, ...entry }]));

const inbound = (bytesReceived: number, packetsReceived: number, packetsLost: number, more: object = {}): Entry => ({
  ...{ id: 'in', type: 'inbound-rtp', bytesReceived, packetsReceived, packetsLost, ...more },
});

describe('the figures of a connection', () => {
  it('tell at the first look what needs no earlier one', () => {
    const picture = { frameWidth: 1280, frameHeight: 720, framesPerSecond: 25, codecId: 'vp8', jitter: 0.0123 };
    const codec = { id: 'vp8', type: 'codec', mimeType: 'video/VP8' };
    expect(summarise(null, report(1_000, inbound(1_000, 10, 0, picture), codec))).toEqual({
      ...{ receivedKbps: null, sentKbps: null, lossIn: null, lossOut: null, roundTripMs: null, sentPicture: null },
      jitterMs: 12,
      receivedPicture: { width: 1280, height: 720, framesPerSecond: 25, codec: 'VP8' },
    });
  });

  it('are rates and shares of what happened in between', () => {
    const sent = (bytesSent: number): Entry => ({ id: 'out', type: 'outbound-rtp', bytesSent });
    const figures = summarise(
      report(1_000, inbound(10_000, 100, 5), sent(0)),
      report(3_000, inbound(260_000, 190, 15), sent(50_000)),
    );
    expect(figures).toMatchObject({ receivedKbps: 1_000, sentKbps: 200, lossIn: 0.1 });
  });

  it('add up sound and picture', () => {
    const both = (bytes: number) => [inbound(bytes, 0, 0), inbound(bytes, 0, 0, { id: 'in-video' })];
    expect(summarise(report(0, ...both(0)), report(1_000, ...both(1_000))).receivedKbps).toBe(16);
  });

  it('count no loss where late packets came after all', () => {
    expect(summarise(report(0, inbound(0, 0, 9)), report(1_000, inbound(0, 50, 3))).lossIn).toBe(0);
  });

  it('do not compare a new connection with the one before it', () => {
    const figures = summarise(report(0, inbound(90_000, 900, 9)), report(1_000, inbound(100, 1, 0)));
    expect(figures).toMatchObject({ receivedKbps: null, lossIn: null });
  });

  it('have the way’s own round trip, or the one that the node reports', () => {
    const pair = {
      id: 'pair',
      type: 'candidate-pair',
      nominated: true,
      state: 'succeeded',
      currentRoundTripTime: 0.04,
    };
    const unused = { ...pair, id: 'unused', nominated: false, currentRoundTripTime: 9 };
    const seen = { id: 'seen', type: 'remote-inbound-rtp', roundTripTime: 0.07, fractionLost: 0.25 };
    expect(summarise(null, report(0, unused, pair, seen)).roundTripMs).toBe(40);
    expect(summarise(null, report(0, unused, seen))).toMatchObject({ roundTripMs: 70, lossOut: 0.25 });
  });

  it('name the larger of two pictures', () => {
    const pictures = [
      inbound(0, 0, 0, { frameWidth: 320, frameHeight: 180 }),
      inbound(0, 0, 0, { id: 'screen', frameWidth: 1920, frameHeight: 1080 }),
    ];
    expect(summarise(null, report(0, ...pictures)).receivedPicture).toMatchObject({ width: 1920, codec: null });
  });

  it('pass over what is no figure', () => {
    expect(
      summarise(
        null,
        new Map<string, unknown>([
          ['x', null],
          ['y', { type: 'inbound-rtp' }],
        ]),
      ).jitterMs,
    ).toBeNull();
  });
});

describe('the quality of a connection', () => {
  const figures = (change: Partial<LinkFigures>) => ({ ...summarise(null, new Map()), ...change });

  it.each([
    ['good', figures({})],
    ['good', figures({ lossIn: 0.02, roundTripMs: 200, jitterMs: 20 })],
    ['weak', figures({ lossIn: 0.05 })],
    ['weak', figures({ lossOut: 0.05 })],
    ['weak', figures({ roundTripMs: 500 })],
    ['weak', figures({ jitterMs: 80 })],
    ['bad', figures({ lossIn: 0.2, roundTripMs: 20 })],
    ['bad', figures({ roundTripMs: 1_500 })],
    ['good', null],
  ] as const)('is %s for %j', (quality, known) => {
    expect(qualityOf(known, 'steady')).toBe(quality);
  });

  it('is bad while the connection is lost, whatever the last figures were', () => {
    expect(qualityOf(figures({}), 'interrupted')).toBe('bad');
    expect(qualityOf(null, 'redialling')).toBe('bad');
  });
});
