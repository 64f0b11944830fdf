import { z } from 'zod';
import { mayBeReported } from '@/lib/conferences/stay-id';
import { CONFERENCE_EVENTS, LEG_EVENTS, MEDIA_EVENTS } from './applied-events';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Seconds since 1970, by the node's clock, up to the year 3000: beyond that a value is a mistake, not a time. */
export const unixSeconds = z.number().min(0).max(32_503_680_000);

/** When something happened. Some write 0 where they know no time, and nothing happened in 1970. */
const moment = unixSeconds.positive();

/** One that an event may tell in its data. */
export const toldSeconds = moment.optional().catch(undefined);

/**
 * One event as a node delivers it (event-sink.md §2). Read loosely: unknown names and keys pass, since a new Infinity
 * version adds some, and `data` is read by whoever needs it. Both versions of the envelope have this shape.
 */
export const EventEnvelope = z.looseObject({
  event: z.string().min(1).max(100),
  /** Primary address of the sending node. */
  node: z.string().min(1).max(100),
  /** Counts from 1 again whenever the sink starts; one published sample has none. */
  seq: z.number().catch(0),
  /** Everything is ordered and measured by this, never by arrival: an event without it is kept, and changes nothing. */
  time: moment,
  // Not key by key, as a record of unknown values would be: ten times the cost, and it is every event's.
  data: z.custom<Record<string, unknown>>(isObject).catch({}),
});
export type EventEnvelope = z.infer<typeof EventEnvelope>;

const BULK = 'eventsink_bulk';

/** A wrapper in a wrapper was never seen; a limit, so that nobody can nest them until the stack is full. */
const DEEPEST_BULK = 3;

/**
 * A wrapper's events, or the one event itself. The name tells a wrapper: its node and seq are placeholders (§2). A list
 * without one was never seen, and says as much.
 */
export function unwrapBulk(body: unknown, depth = 0): unknown[] {
  if (Array.isArray(body) && body.length > 0 && depth === 0)
    return body.flatMap((entry: unknown) => unwrapBulk(entry, 1));
  // Looked at by hand: what zod writes down of a mismatch costs more than all else we do with an event, and nearly every one
  // is no wrapper.
  if (depth === DEEPEST_BULK || !isObject(body) || body.event !== BULK || !Array.isArray(body.data)) return [body];
  return body.data.flatMap((entry: unknown) => unwrapBulk(entry, depth + 1));
}

/**
 * What an event is about, and so which row it can change: `leg:<uuid>`, `media:<uuid>`,
 * `conference:<service name>@<node>`, or null when it changes no row. All events of one subject are applied together.
 */
export function subjectOf(envelope: EventEnvelope): string | null {
  const { uuid, name } = Subject.parse(envelope.data);
  if (LEG_EVENTS.has(envelope.event) && uuid) return `leg:${uuid}`;
  if (MEDIA_EVENTS.has(envelope.event) && uuid) return `media:${uuid}`;
  if (CONFERENCE_EVENTS.has(envelope.event) && name) return `conference:${name}@${envelope.node}`;
  return null;
}

/** What an event that should change a row lacks for it; null when nothing. */
export function lackOf({ event }: EventEnvelope, subject: string | null): string | null {
  if (event === BULK) return 'data';
  if (subject !== null) return null;
  if (LEG_EVENTS.has(event) || MEDIA_EVENTS.has(event)) return 'uuid';
  return CONFERENCE_EVENTS.has(event) ? 'name' : null;
}

// The longest that the columns hold. A longer one is none of Infinity's, nor is one that would be the id of a row of ours, so
// the event is kept and changes nothing.
const Subject = z.object({
  uuid: z.string().min(1).max(100).refine(mayBeReported).optional().catch(undefined),
  name: z.string().min(1).max(250).optional().catch(undefined),
});
