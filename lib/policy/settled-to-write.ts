import { DatabaseAway } from '@/lib/db/reachable';
import type { Settled } from './decide-service-configuration';
import { settle } from './policy-store';

// While the database is away nobody can be told what the first call has settled for a conference. Where nothing was settled
// yet, what holds then is what every instance answers without a word to another: the settings for everywhere, and only
// layouts that every release knows. It stays so once others can be told, or a conference would be two.

/** What holds of a conference that nothing could be settled for: no location has an empty name. */
const MEANWHILE: Settled = { homeLocation: '', hasEarlyViewsOnly: true };

/** Bounded: as many meetings as are remembered for an outage. */
const MOST = 20_000;
const ids = new Set<string>();

/** A caller was told of a meeting for which nothing could be settled. @returns what they are told by. */
export function keepUnwritten(meetingId: string): Settled {
  if (ids.size < MOST) ids.add(meetingId);
  return MEANWHILE;
}

/** What is not written yet of this meeting; null when nothing waits to be. */
export function unwritten(meetingId: string): Settled | null {
  return ids.has(meetingId) ? MEANWHILE : null;
}

/** What holds where this was settled, and that is to be where nothing was. */
export function unlessSettled({ homeLocation, hasEarlyViewsOnly }: Settled, wanted: Settled): Settled {
  return {
    homeLocation: homeLocation ?? wanted.homeLocation,
    hasEarlyViewsOnly: hasEarlyViewsOnly ?? wanted.hasEarlyViewsOnly,
  };
}

/**
 * Writes what could not be written, unless another instance came first. What the database does not take now, because it is
 * away again, waits on.
 *
 * @returns what holds for each of these meetings
 */
export async function writeSettled(): Promise<Map<string, Settled>> {
  const waiting = [...ids];
  if (waiting.length === 0) return new Map();
  try {
    const settled = await settle(waiting, MEANWHILE);
    for (const id of waiting) ids.delete(id);
    return settled;
  } catch (error) {
    if (!(error instanceof DatabaseAway))
      console.error('policy: what holds of conferences could not be written:', error);
    return new Map();
  }
}
