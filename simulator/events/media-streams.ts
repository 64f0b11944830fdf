import type { MediaStats, StreamStats } from '../media/mixer';

/** What one stream of a call came to; whoever reports it adds node and times. */
export type StreamFigures = Record<string, string | number>;

function direction(prefix: 'rx' | 'tx', stats: StreamStats, seconds: number): StreamFigures {
  const total = stats.packets + stats.packetsLost;
  return {
    [`${prefix}_bitrate`]: seconds > 0 ? Math.round((stats.bytes * 8) / seconds / 1000) : 0,
    [`${prefix}_codec`]: stats.codec,
    [`${prefix}_fps`]: Math.round(stats.framesPerSecond),
    [`${prefix}_resolution`]: stats.width > 0 ? `${stats.width}x${stats.height}` : '',
    [`${prefix}_packet_loss`]: total > 0 ? (100 * stats.packetsLost) / total : 0,
    [`${prefix}_packets_lost`]: stats.packetsLost,
  };
}

/**
 * The `media_streams` of event-sink.md §3, without node and times. `rx` is what the node received. Bit rates are kbit/s
 * over the whole call. Streams in which nothing flowed are left out; unknown figures make an empty list.
 */
export function mediaStreams(stats: MediaStats | null, seconds: number): StreamFigures[] {
  if (!stats) return [];
  const media = [
    ['0', 'audio', stats.audio],
    ['1', 'video', stats.video],
    ['2', 'presentation', stats.presentation],
  ] as const;
  return media
    .filter(([, , { received, sent }]) => received.packets + sent.packets > 0)
    .map(([streamId, type, { received, sent }]) => ({
      stream_id: streamId,
      stream_type: type,
      ...direction('rx', received, seconds),
      ...direction('tx', sent, seconds),
      rx_packets_received: received.packets,
      tx_packets_sent: sent.packets,
    }));
}
