import { z } from 'zod';

/** The Postgres channel on which every instance hears what changed for the desks. */
export const LIVE_CHANNEL = 'mayfly_live';

const Notice = z.union([z.object({ serviceName: z.string() }), z.object({ meetingId: z.uuid() })]);

/** What is told there: which conference or which meeting. Kept tiny, since a notice may hold 8000 bytes. */
export type LiveNotice = z.output<typeof Notice>;

/** Null for one that this version does not know: anything may have changed. */
export function readNotice(payload: string): LiveNotice | null {
  try {
    return Notice.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
