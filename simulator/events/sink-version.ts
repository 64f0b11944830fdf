import { z } from 'zod';
import type { SinkEvent } from './sink-events';

/** What no sample of version 1 has (event-sink.md §2). */
const notInVersion1 = ['end_time', 'duration', 'related_uuids', 'rx_bandwidth', 'tx_bandwidth', 'encryption'];
const mediaEvents = ['participant_media_stream_window', 'participant_media_streams_destroyed'];

const streamsSchema = z.array(z.looseObject({ stream_id: z.coerce.number() })).catch([]);

function inVersion1(events: readonly SinkEvent[]): SinkEvent[] {
  const streams = new Map(
    events
      .filter(({ event }) => event === 'participant_media_streams_destroyed')
      .map(({ data }) => [data.uuid, streamsSchema.parse(data.media_streams)]),
  );
  return events
    .filter(({ event }) => !mediaEvents.includes(event))
    .map(({ nodeIp, event, data }) => {
      if (!event.startsWith('participant_')) return { nodeIp, event, data };
      const kept = Object.fromEntries(Object.entries(data).filter(([key]) => !notInVersion1.includes(key)));
      const media_streams = streams.get(data.uuid) ?? [];
      return { nodeIp, event, data: event === 'participant_disconnected' ? { ...kept, media_streams } : kept };
    });
}

/** The events of one step as a sink of that version gets them: version 1 has its media figures inside the disconnect. */
export function inVersion(version: 1 | 2, events: readonly SinkEvent[]): readonly SinkEvent[] {
  return version === 1 ? inVersion1(events) : events;
}
