import { z } from 'zod';
import type { StreamFigures } from '@/lib/conferences/leg';
import { cutText } from '@/lib/db/cut-text';
import { toldSeconds } from './envelope';
import { dateOf } from './event-order';

/** More than any leg has: sound, picture and presentation, each a few times anew. */
const MOST_STREAMS = 40;

const number = z.number().nullable().catch(null);
// Where there was nothing, nodes say it with an empty text or with the word (event-sink.md §3).
const text = z
  .string()
  .transform((value) => (value === '' || value === 'None' ? null : cutText(value, 50)))
  .nullable()
  .catch(null);
const time = toldSeconds.transform((seconds) => (seconds === undefined ? null : dateOf(seconds).toISOString()));

/** One stream's final figures (event-sink.md §3). The wire tells directions as the node sees them: rx is to the node. */
const Stream = z
  .object({
    stream_id: z
      .union([z.string().max(50), z.number()])
      .transform(String)
      .nullable()
      .catch(null),
    stream_type: text,
    node: text,
    start_time: time,
    end_time: time,
    rx_bitrate: number,
    rx_codec: text,
    rx_fps: number,
    rx_resolution: text,
    rx_packet_loss: number,
    rx_packets_lost: number,
    rx_packets_received: number,
    tx_bitrate: number,
    tx_codec: text,
    tx_fps: number,
    tx_resolution: text,
    tx_packet_loss: number,
    tx_packets_lost: number,
    tx_packets_sent: number,
  })
  .transform((wire): StreamFigures => ({
    id: wire.stream_id,
    type: wire.stream_type,
    node: wire.node,
    startedAt: wire.start_time,
    endedAt: wire.end_time,
    toNodeKbits: wire.rx_bitrate,
    toNodeCodec: wire.rx_codec,
    toNodeFps: wire.rx_fps,
    toNodeResolution: wire.rx_resolution,
    toNodeLossPercent: wire.rx_packet_loss,
    toNodeLost: wire.rx_packets_lost,
    toNodePackets: wire.rx_packets_received,
    toPersonKbits: wire.tx_bitrate,
    toPersonCodec: wire.tx_codec,
    toPersonFps: wire.tx_fps,
    toPersonResolution: wire.tx_resolution,
    toPersonLossPercent: wire.tx_packet_loss,
    toPersonLost: wire.tx_packets_lost,
    toPersonPackets: wire.tx_packets_sent,
  }));

/** The streams in an event's `media_streams`, those that can be read. */
export function readStreams(mediaStreams: unknown): StreamFigures[] {
  if (!Array.isArray(mediaStreams)) return [];
  return mediaStreams.flatMap((stream: unknown) => {
    const figures = Stream.safeParse(stream);
    return figures.success ? [figures.data] : [];
  });
}

/** A stream that is told again replaces what was told of it; a leg's streams may begin anew under the same id. */
export function mergeStreams(known: readonly StreamFigures[], told: readonly StreamFigures[]): StreamFigures[] {
  const byStream = new Map([...known, ...told].map((figures) => [keyOf(figures), figures]));
  return [...byStream.values()].slice(-MOST_STREAMS);
}

function keyOf({ id, type, node, startedAt }: StreamFigures): string {
  return JSON.stringify([id, type, node, startedAt]);
}
