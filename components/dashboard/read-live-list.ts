import * as z from 'zod/mini';
import '@/lib/call/zod-without-eval';
import type { LiveChanges, LiveList, LiveMeeting, LivePerson } from '@/lib/live/live-meeting';

const Instant = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));

const Person: z.ZodMiniType<LivePerson> = z.object({
  id: z.string(),
  displayName: z.string(),
  role: z.nullable(z.enum(['host', 'guest'])),
  isAgent: z.boolean(),
  isWaiting: z.boolean(),
  since: Instant,
  isMuted: z.boolean(),
  quality: z.nullable(z.number()),
});
const Meeting: z.ZodMiniType<LiveMeeting> = z.object({
  alias: z.string(),
  topic: z.nullable(z.string()),
  visitorName: z.nullable(z.string()),
  state: z.enum(['scheduled', 'open', 'ended', 'cancelled']),
  validFrom: Instant,
  validUntil: Instant,
  endDueAt: z.nullable(Instant),
  joinUrl: z.string(),
  hasHost: z.boolean(),
  hasAgent: z.boolean(),
  thereSince: z.nullable(Instant),
  peopleCount: z.number(),
  people: z.array(Person),
});
const List: z.ZodMiniType<LiveList> = z.object({ serverTime: Instant, meetings: z.array(Meeting) });
const Changes: z.ZodMiniType<LiveChanges> = z.object({
  serverTime: Instant,
  meetings: z.array(Meeting),
  removed: z.array(z.string()),
});

/** A `snapshot` message of `/api/live`; null when this page cannot read it, since the server has been renewed meanwhile. */
export function readLiveList(message: string): LiveList | null {
  return read(List, message);
}

/** A `changes` message; null as above. */
export function readLiveChanges(message: string): LiveChanges | null {
  return read(Changes, message);
}

function read<T>(schema: z.ZodMiniType<T>, message: string): T | null {
  try {
    return schema.safeParse(JSON.parse(message)).data ?? null;
  } catch {
    return null;
  }
}
