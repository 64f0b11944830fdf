import type { MediaStats, StreamStats } from '../media/mixer';

/** As the wire writes them (event-sink.md §3), by their number. */
export const callQualities = ['0_unknown', '1_good', '2_ok', '3_bad', '4_terrible'] as const;
export type Quality = 0 | 1 | 2 | 3 | 4;

/** Packets since a call began: what the node received of them, and what it knows to be lost. */
export interface Counters {
  received: number;
  lost: number;
  sent: number;
}

const media = [
  ['0', 'audio'],
  ['1', 'video'],
  ['2', 'presentation'],
] as const;

export interface StreamCounters extends Counters {
  streamId: string;
  type: 'audio' | 'video' | 'presentation';
}

export function countersOf(stats: MediaStats): StreamCounters[] {
  const of = (received: StreamStats, sent: StreamStats): Counters => ({
    received: received.packets,
    lost: received.packetsLost,
    sent: sent.packets,
  });
  return media.map(([streamId, type]) => ({ streamId, type, ...of(stats[type].received, stats[type].sent) }));
}

/** What was added since `earlier`. A renegotiation may set counters back: they then count from nothing. */
export function since(earlier: readonly StreamCounters[], now: readonly StreamCounters[]): StreamCounters[] {
  return now.map((stream) => {
    const before = earlier.find(({ streamId }) => streamId === stream.streamId);
    if (!before || before.received > stream.received || before.sent > stream.sent) return stream;
    return {
      ...stream,
      received: stream.received - before.received,
      lost: Math.max(0, stream.lost - before.lost),
      sent: stream.sent - before.sent,
    };
  });
}

/**
 * How good a stream with that loss is. Where the steps lie is nowhere published: 5 % is bad in the vendor's example of a
 * quality window, the rest is our guess.
 */
export function qualityOf({ received, lost }: Counters): Quality {
  if (received + lost === 0) return 0;
  const loss = lost / (received + lost);
  if (loss < 0.01) return 1;
  if (loss < 0.03) return 2;
  return loss < 0.1 ? 3 : 4;
}

/** A call is as bad as its worst stream. */
export function worstOf(streams: readonly Counters[]): Quality {
  return streams.reduce<Quality>((worst, stream) => {
    const quality = qualityOf(stream);
    return quality > worst ? quality : worst;
  }, 0);
}
