import { LRUCache } from 'lru-cache';

// A conference is told the same by every answer (policy-api.md §4, D), also around the moment in which settings are saved:
// then the meetings that were answered for are found by their records, which come behind the answers. Until they are
// found, this process goes by what it has said itself.

/** Longer than it takes until late records have been looked at (lib/settings/save-conference-settings.ts). */
const REMEMBERED_MS = 10_000;
const MOST_MEETINGS = 100_000;

const told = new LRUCache<string, number>({ max: MOST_MEETINGS, ttl: REMEMBERED_MS, ttlResolution: 1_000 });

/** The conference settings that callers of this meeting were told of a moment ago; undefined when nobody was. */
export const toldSettings = (meetingId: string): number | undefined => told.get(meetingId);

/** Remembers what a caller was told of. */
export function rememberTold(meetingId: string, settingsId: number): void {
  told.set(meetingId, settingsId);
}
