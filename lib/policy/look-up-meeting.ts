import { DatabaseAway } from '@/lib/db/reachable';
import { onNotices } from '@/lib/db/notices';
import { SNAPSHOT_CHANNEL } from '@/lib/db/snapshot';
import { LIVE_CHANNEL } from '@/lib/live/live-channel';
import type { NowOrLater } from '@/lib/now-or-later';
import { CONFERENCE_SETTINGS } from '@/lib/settings/current-settings';
import type { PolicyMeeting, Settled } from './decide-service-configuration';
import { unlessSettled, unwritten, writeSettled } from './settled-to-write';
import { inBatches } from './in-batches';
import { MeetingMemory } from './meeting-memory';
import { findMeetingsByAlias, findMeetingsById } from './policy-store';

// Meetings for the policy path: from memory where that admits, else from the database; and while that is away, from a
// longer memory, again only where it admits.

type Key = { alias: string } | { id: string };

const memory = new MeetingMemory();
const byAlias = inBatches((aliases) => load(() => findMeetingsByAlias(aliases), 'alias'));
const byId = inBatches((ids) => load(() => findMeetingsById(ids), 'id'));

/** Looked up again so many at a time, when news may have been missed. */
const REFRESH_AT_ONCE = 500;

/**
 * The meeting with this alias (undone, lower-case) or id; null when there is none.
 *
 * @param admits whether this meeting would be let in: what memory holds is used for nothing else, since a "no" is always
 *   confirmed by the database
 * @throws DatabaseAway, later, when memory does not help either
 */
export function lookUpMeeting(key: Key, admits: (meeting: PolicyMeeting) => boolean): NowOrLater<PolicyMeeting | null> {
  followChanges();
  const now = performance.now();
  const fresh = memory.fresh(key, now);
  if (fresh && admits(fresh)) return fresh;
  const known = memory.lastKnown(key, now);
  const look = 'alias' in key ? byAlias(key.alias) : byId(key.id);
  return known && admits(known) ? orKnown(look, known) : look;
}

/** A database that is so slow may be gone; whoever was let in lately does not wait until that is certain. */
const LONG_MS = 500;

async function orKnown(look: Promise<PolicyMeeting | null>, known: PolicyMeeting): Promise<PolicyMeeting | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PolicyMeeting>((resolve) => (timer = setTimeout(resolve, LONG_MS, known)));
  try {
    return await Promise.race([look, late]);
  } catch (error) {
    if (error instanceof DatabaseAway) return known;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Notes what was settled for a conference: for those who ask next, and also for an outage. */
export function rememberSettled(meetingId: string, settled: Settled): void {
  memory.settle(meetingId, settled);
}

async function load(find: () => Promise<PolicyMeeting[]>, key: 'alias' | 'id'): Promise<Map<string, PolicyMeeting>> {
  const readAt = performance.now();
  const meetings = await find();
  for (const meeting of meetings) {
    // What callers were told in an outage holds, also before the row can say so.
    const late = unwritten(meeting.id);
    if (late) Object.assign(meeting, unlessSettled(meeting, late));
    memory.remember(meeting, readAt);
  }
  return new Map(meetings.map((meeting) => [meeting[key], meeting]));
}

let isFollowing = false;

/** Has a meeting that was moved or cancelled somewhere looked up again here at once, also for the longer memory. */
export function followChanges(): void {
  if (isFollowing) return;
  isFollowing = true;
  onNotices(LIVE_CHANNEL, {
    onNotice: (payload) => {
      const id = /^\{"meetingId":"([0-9a-f-]{36})"\}$/.exec(payload)?.[1];
      if (!id || !memory.has(id)) return;
      // Distrusted at once: should the database go away now, it must not be admitted as it was.
      memory.forget(id);
      void refresh([id]);
    },
    // What changed while we could not hear is not known: ask about everything again.
    onListening: () => {
      void tellSettled();
      void refreshAll();
    },
    onLost: () => memory.doubt(performance.now()),
  });
  // Saved settings may have told meetings to keep the old ones.
  onNotices(SNAPSHOT_CHANNEL, { onNotice: (name) => name === CONFERENCE_SETTINGS && void refreshAll() });
}

async function tellSettled(): Promise<void> {
  for (const [id, settled] of await writeSettled()) rememberSettled(id, settled);
}

async function refreshAll(): Promise<void> {
  memory.doubt(performance.now());
  const ids = memory.idsWithin(performance.now());
  for (let at = 0; at < ids.length; at += REFRESH_AT_ONCE) await refresh(ids.slice(at, at + REFRESH_AT_ONCE));
}

async function refresh(ids: string[]): Promise<void> {
  try {
    const found = await load(() => findMeetingsById(ids), 'id');
    for (const id of ids) if (!found.has(id)) memory.forget(id);
  } catch (error) {
    // It tells us when it is back, and then all are asked about.
    if (error instanceof DatabaseAway) return;
    console.error('policy: meetings that changed could not be looked up again:', error);
  }
}
