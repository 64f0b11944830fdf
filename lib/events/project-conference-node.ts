import { z } from 'zod';
import { CONFERENCE_EVENTS } from './applied-events';
import { unixSeconds } from './envelope';
import { dateOf, inEventOrder, type StoredEvent } from './event-order';

/** One node's share of a live conference, as far as its events tell. */
export interface ConferenceNodeRow {
  serviceName: string;
  node: string;
  serviceTag: string | null;
  startedAt: Date | null;
  /** When it last ended here. A new life keeps it: whoever came before it is gone even then. */
  endedAt: Date | null;
  hasHost: boolean;
  isLocked: boolean;
}

const ConferenceData = z.object({
  name: z.string(),
  tag: z.string().min(1).max(250).optional().catch(undefined),
  start_time: unixSeconds.optional().catch(undefined),
  end_time: unixSeconds.optional().catch(undefined),
  is_started: z.boolean().optional().catch(undefined),
  is_locked: z.boolean().optional().catch(undefined),
});

/**
 * The row that one node's events about one service name add up to: a pure function of the set. A name may live again
 * after it ended, so the row is about the latest life. Null when there is nothing to say.
 */
export function projectConferenceNode(events: readonly StoredEvent[]): ConferenceNodeRow | null {
  let row: ConferenceNodeRow | null = null;
  let isOver = false;
  let endedAt: Date | null = null;
  let endTime = -Infinity;
  for (const { envelope } of inEventOrder(events)) {
    if (!CONFERENCE_EVENTS.has(envelope.event)) continue;
    const data = ConferenceData.parse(envelope.data);
    // An update with a start after the end belongs to a new life whose start has not reached us.
    const lifeBegan = envelope.event === 'conference_started' ? envelope.time : data.start_time;
    if (!row || (isOver && lifeBegan !== undefined && lifeBegan > endTime)) {
      row = { ...blankConferenceNode(data.name, envelope.node), endedAt };
      isOver = false;
    }
    row.serviceTag = data.tag ?? row.serviceTag;
    row.hasHost = data.is_started ?? row.hasHost;
    row.isLocked = data.is_locked ?? row.isLocked;
    const startTime = data.start_time ?? (envelope.event === 'conference_started' ? envelope.time : undefined);
    if (startTime !== undefined) row.startedAt = dateOf(startTime);
    if (envelope.event === 'conference_ended') {
      isOver = true;
      endTime = envelope.time;
      row.endedAt = endedAt = dateOf(data.end_time ?? envelope.time);
    }
  }
  return row;
}

function blankConferenceNode(serviceName: string, node: string): ConferenceNodeRow {
  return { serviceName, node, serviceTag: null, startedAt: null, endedAt: null, hasHost: false, isLocked: false };
}
