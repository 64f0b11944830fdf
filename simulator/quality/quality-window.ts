import { callQualities, qualityOf, type Quality, type StreamCounters } from './call-quality';

/** One window of a call, which ended `at` (Unix milliseconds). */
export interface Window {
  at: number;
  lengthMs: number;
  quality: Quality;
  streams: readonly StreamCounters[];
}

function lossEntry(window: Window, { streamId, type, received, lost, sent }: StreamCounters) {
  return {
    stream_id: streamId,
    stream_type: type,
    time: window.at / 1000,
    time_delta: -window.lengthMs / 1000,
    tx_packets_sent: sent,
    tx_packets_lost: 0,
    rx_packets_received: received,
    rx_packets_lost: lost,
  };
}

function qualityEntry(window: Window, now: number) {
  const of = (wanted: string) => {
    const stream = window.streams.find(({ type }) => type === wanted);
    // Null is a medium that is not in use (event-sink.md §3).
    return stream && stream.received + stream.sent > 0 ? qualityOf(stream) : null;
  };
  return {
    time: window.at / 1000,
    time_delta: (window.at - now) / 1000,
    quality: window.quality,
    audio: of('audio'),
    video: of('video'),
    presentation: of('presentation'),
    applicationsharing: null,
  };
}

/**
 * The data of `participant_media_stream_window`: `latest` is the news, `earlier` are the windows before it, oldest first.
 */
export function qualityWindow(uuid: string, was: Quality, earlier: readonly Window[], latest: Window) {
  return {
    uuid,
    call_quality_was: callQualities[was],
    call_quality_now: callQualities[latest.quality],
    packet_loss_history: latest.streams
      .filter(({ received, sent }) => received + sent > 0)
      .map((stream) => lossEntry(latest, stream)),
    recent_quality: [...earlier, latest].map((window) => qualityEntry(window, latest.at)),
  };
}
