import * as z from 'zod/mini';
import './zod-without-eval';

// The browser's own figures of a connection (W3C webrtc-stats), as people can read them.

export interface PictureFigures {
  width: number;
  height: number;
  framesPerSecond: number | null;
  codec: string | null;
}

/** Null where the browser does not say it, or where it takes an earlier look to tell. */
export interface LinkFigures {
  receivedKbps: number | null;
  sentKbps: number | null;
  /** Of what was sent to us since the earlier look, 0 to 1. */
  lossIn: number | null;
  /** Of what we sent, as the node saw it, 0 to 1. */
  lossOut: number | null;
  jitterMs: number | null;
  roundTripMs: number | null;
  /** The largest picture of those that come and go: beside a shared screen the people are small. */
  receivedPicture: PictureFigures | null;
  sentPicture: PictureFigures | null;
}

const number = z.optional(z.number());
const text = z.optional(z.string());
const Entry = z.object({
  id: z.string(),
  type: z.string(),
  timestamp: z.number(),
  codecId: text,
  mimeType: text,
  state: text,
  nominated: z.optional(z.boolean()),
  ...{ bytesReceived: number, bytesSent: number, packetsReceived: number, packetsLost: number, fractionLost: number },
  ...{ jitter: number, roundTripTime: number, currentRoundTripTime: number },
  ...{ frameWidth: number, frameHeight: number, framesPerSecond: number },
});
type Entry = z.infer<typeof Entry>;

/** What changed between two looks at one connection, or what can be said at the first. */
export function summarise(
  previous: ReadonlyMap<string, unknown> | null,
  next: ReadonlyMap<string, unknown>,
): LinkFigures {
  const before = new Map(read(previous).map((entry) => [entry.id, entry]));
  const now = read(next);
  const ofType = (type: string) => now.filter((entry) => entry.type === type);
  const [received, sent, seen] = [ofType('inbound-rtp'), ofType('outbound-rtp'), ofType('remote-inbound-rtp')];
  const pair = ofType('candidate-pair').find(({ nominated, state }) => nominated && state === 'succeeded');
  const lost = growth(received, before, 'packetsLost');
  const arrived = growth(received, before, 'packetsReceived');
  return {
    receivedKbps: rate(received, before, 'bytesReceived'),
    sentKbps: rate(sent, before, 'bytesSent'),
    lossIn: lost === null || !arrived ? null : Math.max(0, lost) / (arrived + Math.max(0, lost)),
    lossOut: most(seen.map(({ fractionLost }) => fractionLost)),
    jitterMs: inMs(most(received.map(({ jitter }) => jitter))),
    roundTripMs: inMs(pair?.currentRoundTripTime ?? most(seen.map(({ roundTripTime }) => roundTripTime))),
    receivedPicture: largestPicture(received, now),
    sentPicture: largestPicture(sent, now),
  };
}

function read(report: ReadonlyMap<string, unknown> | null): Entry[] {
  return [...(report?.values() ?? [])].flatMap((value) => Entry.safeParse(value).data ?? []);
}

type Counter = 'bytesReceived' | 'bytesSent' | 'packetsReceived' | 'packetsLost';

/** By how much a counter grew over all streams that were there before too; null where there was none. */
function growth(entries: Entry[], before: Map<string, Entry>, counter: Counter): number | null {
  let sum: number | null = null;
  for (const entry of entries) {
    const [from, to] = [before.get(entry.id)?.[counter], entry[counter]];
    if (from === undefined || to === undefined) continue;
    // Lost packets may become fewer, when they come late. Anything else that shrinks counts another connection.
    if (to < from && counter !== 'packetsLost') continue;
    sum = (sum ?? 0) + to - from;
  }
  return sum;
}

function rate(entries: Entry[], before: Map<string, Entry>, counter: Counter): number | null {
  const bytes = growth(entries, before, counter);
  const elapsedMs = most(entries.map(({ id, timestamp }) => timestamp - (before.get(id)?.timestamp ?? timestamp)));
  // Bits per millisecond are kilobits per second.
  return bytes === null || !elapsedMs ? null : Math.round((bytes * 8) / elapsedMs);
}

function largestPicture(entries: Entry[], all: Entry[]): PictureFigures | null {
  let largest: PictureFigures | null = null;
  for (const { frameWidth: width, frameHeight: height, framesPerSecond = null, codecId } of entries) {
    if (!width || !height || (largest && largest.width * largest.height >= width * height)) continue;
    const mimeType = all.find(({ id }) => id === codecId)?.mimeType;
    largest = { width, height, framesPerSecond, codec: mimeType?.split('/')[1] ?? null };
  }
  return largest;
}

function most(values: (number | undefined)[]): number | null {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? Math.max(...known) : null;
}

const inMs = (seconds: number | null) => (seconds === null ? null : Math.round(seconds * 1000));
