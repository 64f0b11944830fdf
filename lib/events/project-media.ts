import { z } from 'zod';
import type { LegMediaRow, StreamFigures } from '@/lib/conferences/leg';
import type { EventEnvelope } from './envelope';
import { dateOf } from './event-order';
import type { Fold } from './fold';
import { mergeStreams, readStreams } from './stream-figures';

/** What the events about a leg's media have come to. Qualities: 1 good … 4 terrible, null while unknown. */
export interface MediaState {
  quality: number | null;
  worstQuality: number | null;
  streams: StreamFigures[];
  /** When a node last told of them, in Unix seconds; absent from what was folded before this was noted. */
  heardAt?: number;
}

/** A moment at which a leg's quality was another one (the columns of `media_window`, but for the event's id). */
export interface MediaWindowRow {
  legId: string;
  at: Date;
  /** 0 unknown, 1 good … 4 terrible. */
  quality: number;
  /** Per cent of packets, over the reported history; null when none were counted. */
  lostToNode: number | null;
  lostToPerson: number | null;
}

/** `0_unknown` … `4_terrible` (event-sink.md §3). */
const quality = z
  .string()
  .regex(/^[0-4]_/)
  .transform((bucket) => Number(bucket[0]))
  .optional()
  .catch(undefined);
const packets = z.number().min(0).catch(0);

const Window = z.object({
  uuid: z.string().min(1).max(100).optional().catch(undefined),
  call_quality_was: quality,
  call_quality_now: quality,
  packet_loss_history: z
    .array(
      z
        .object({
          rx_packets_received: packets,
          rx_packets_lost: packets,
          tx_packets_sent: packets,
          tx_packets_lost: packets,
        })
        .nullable()
        .catch(null),
    )
    .catch([]),
});

/** How the events about a leg's media add up. Version 1 puts the final figures into the leg's disconnect. */
export const mediaFold: Fold<MediaState> = {
  begin: () => ({ quality: null, worstQuality: null, streams: [] }),
  step(state, { envelope }) {
    switch (envelope.event) {
      case 'participant_media_stream_window':
        return noteWindow({ ...state, heardAt: envelope.time }, envelope);
      case 'participant_media_streams_destroyed':
        return noteStreams({ ...state, heardAt: envelope.time }, envelope);
      case 'participant_disconnected':
        return noteStreams(state, envelope);
      default:
        return state;
    }
  },
};

function noteWindow(state: MediaState, envelope: EventEnvelope): MediaState {
  const { call_quality_was: was, call_quality_now: now } = Window.parse(envelope.data);
  if (now === undefined) return state;
  // What it was before counts as well: the window that told of it may be lost.
  const worst = Math.max(state.worstQuality ?? 0, was ?? 0, now);
  return { ...state, quality: now || null, worstQuality: worst || null };
}

function noteStreams(state: MediaState, { data }: EventEnvelope): MediaState {
  return { ...state, streams: mergeStreams(state.streams, readStreams(data.media_streams)) };
}

/** The row of `leg_media`, or null while nothing is known. */
export function mediaRow(legId: string, { quality, worstQuality, streams }: MediaState): LegMediaRow | null {
  if (quality === null && worstQuality === null && streams.length === 0) return null;
  return { legId, quality, worstQuality, streams: streams.length > 0 ? streams : null };
}

/** The moment that an event tells of; null when it is another event, or tells no quality. */
export function mediaWindow(envelope: EventEnvelope): MediaWindowRow | null {
  if (envelope.event !== 'participant_media_stream_window') return null;
  const data = Window.parse(envelope.data);
  if (data.uuid === undefined || data.call_quality_now === undefined) return null;
  const history = data.packet_loss_history.filter((entry) => entry !== null);
  const sum = (read: (entry: (typeof history)[number]) => number) =>
    history.reduce((total, entry) => total + read(entry), 0);
  const lostToNode = sum((entry) => entry.rx_packets_lost);
  return {
    legId: data.uuid,
    at: dateOf(envelope.time),
    quality: data.call_quality_now,
    // Of what was received and of what was sent: lost packets are in the second number only.
    lostToNode: percent(lostToNode, lostToNode + sum((entry) => entry.rx_packets_received)),
    lostToPerson: percent(
      sum((entry) => entry.tx_packets_lost),
      sum((entry) => entry.tx_packets_sent),
    ),
  };
}

function percent(part: number, whole: number): number | null {
  return whole > 0 ? Math.min(100, (100 * part) / whole) : null;
}
