import { setTimeout as pause } from 'node:timers/promises';
import type { ManagementAccess } from './management-client';

/** How long a reading waits for others who want the same: ends of one moment are told apart by less. */
const GATHER_MS = 200;

/**
 * Makes one reading do for everybody who asks within a moment, so that many ends at once cost a few lists and not some each.
 * Who asks gets what was read after they asked, never what was under way before: it may not show what they just did. One
 * reading at a time, because a Management Node that is slow gets slower by being asked more.
 *
 * @param read gets what was asked for, each once; where it throws, everybody who waits for it is told
 */
export function sharedLook<Wanted, Seen>(read: (wanted: Wanted[]) => Promise<Seen>): (wanted: Wanted) => Promise<Seen> {
  let gathering: { wanted: Set<Wanted>; seen: Promise<Seen> } | null = null;
  let underWay: Promise<unknown> = Promise.resolve();
  return (wanted) => {
    if (gathering) {
      gathering.wanted.add(wanted);
      return gathering.seen;
    }
    const all = new Set([wanted]);
    const seen = Promise.all([pause(GATHER_MS), underWay]).then(() => {
      gathering = null;
      return read([...all]);
    });
    gathering = { wanted: all, seen };
    underWay = seen.catch(() => undefined);
    return seen;
  };
}

/** The same at the Management Node. There is one for the process, unless the settings change, as they do in tests. */
export function sharedLookAt<Seen>(read: (access: ManagementAccess, wanted: string[]) => Promise<Seen>) {
  let latest: { url: string; look: (wanted: string) => Promise<Seen> } | undefined;
  return (access: ManagementAccess, wanted: string): Promise<Seen> => {
    if (latest?.url !== access.url) {
      latest = { url: access.url, look: sharedLook((all: string[]) => read(access, all)) };
    }
    return latest.look(wanted);
  };
}
