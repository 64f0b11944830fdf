/** The Postgres channel on which every instance hears what changed for the desks. */
export const LIVE_CHANNEL = 'mayfly_live';

/** What is told there: which conference or which meeting. Kept tiny, since a notice may hold 8000 bytes. */
export type LiveNotice = { serviceName: string } | { meetingId: string };
