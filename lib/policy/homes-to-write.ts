import { DatabaseAway } from '@/lib/db/reachable';
import { settleHomes } from './policy-store';

// While the database is away nobody can be told which location a conference has for its home. Those that have none yet get
// none: settings for everywhere hold then, which every instance answers without a word to another. It stays so once others
// can be told, or a conference would be two.

/** The home of a conference that has none: no location has an empty name. */
export const EVERYWHERE = '';

/** Bounded: as many meetings as are remembered for an outage. */
const MOST = 20_000;
const unwritten = new Set<string>();

/** A caller was told of a meeting without a home, which could not be written. */
export function keepWithoutHome(meetingId: string): void {
  if (unwritten.size < MOST) unwritten.add(meetingId);
}

/** The home of this meeting that is not written yet; null when nothing waits to be written of it. */
export function unwrittenHome(meetingId: string): string | null {
  return unwritten.has(meetingId) ? EVERYWHERE : null;
}

/**
 * Writes what could not be written, unless another instance came first. What the database does not take now, because it is
 * away again, waits on.
 *
 * @returns the home that each of these meetings has
 */
export async function writeHomes(): Promise<Map<string, string>> {
  const ids = [...unwritten];
  if (ids.length === 0) return new Map();
  try {
    const homes = await settleHomes(ids, EVERYWHERE);
    for (const id of ids) unwritten.delete(id);
    return homes;
  } catch (error) {
    if (!(error instanceof DatabaseAway)) console.error('policy: homes of conferences could not be written:', error);
    return new Map();
  }
}
