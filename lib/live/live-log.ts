import type { BoardChange } from './live-board';
import { changesBody } from './live-message';

/** What became different, as the rest of a message, and the version that whoever has read it is at. */
export interface LiveNews {
  version: number;
  body: Uint8Array;
}

/** What an entry weighs beside its text. */
const ENTRY_BYTES = 200;
/** Nearly all desks want what came last; some that connect again together want what they missed. */
const MOST_BODIES = 4;

/**
 * What desks were told lately: of each meeting what came last, since what it replaces nobody needs any more. A desk that was
 * away for a moment, or reads slowly, finds here what it has not had yet, however often that changed meanwhile. Bounded: what
 * changed longest ago goes first, and who still wanted it begins anew.
 */
export interface LiveLog {
  readonly epoch: string;
  readonly version: number;
  add(change: BoardChange): void;
  /** Whether everything after this version is still here. */
  covers(version: number): boolean;
  /** All that became different after this version, which is covered; null for nothing. */
  since(version: number): LiveNews | null;
}

interface Entry {
  version: number;
  /** The meeting as it is now; null when it is on the desk no more. */
  json: string | null;
  bytes: number;
}

/** @param limitBytes how much is kept; the latest change always is. */
export function liveLog(epoch: string, limitBytes: number): LiveLog {
  /** By alias, those that changed longest ago first. */
  const entries = new Map<string, Entry>();
  const bodies = new Map<number, Uint8Array>();
  let version = 0;
  /** The last version of which something is not here any more. */
  let forgotten = 0;
  let bytes = 0;

  function forget(alias: string): void {
    bytes -= entries.get(alias)?.bytes ?? 0;
    entries.delete(alias);
  }
  function put(alias: string, json: string | null): void {
    forget(alias);
    const entry = { version, json, bytes: Buffer.byteLength(json ?? alias) + ENTRY_BYTES };
    entries.set(alias, entry);
    bytes += entry.bytes;
  }
  function bodySince(since: number): Uint8Array {
    const news = [...entries].filter(([, entry]) => entry.version > since);
    const removed = news.flatMap(([alias, { json }]) => (json === null ? alias : []));
    return changesBody(
      news.flatMap(([, { json }]) => json ?? []),
      removed,
    );
  }

  return {
    epoch,
    get version() {
      return version;
    },
    add({ meetings, removed }) {
      version += 1;
      bodies.clear();
      for (const [alias, json] of meetings) put(alias, json);
      for (const alias of removed) put(alias, null);
      for (const [alias, entry] of entries) {
        if (bytes <= limitBytes || entry.version === version) break;
        forgotten = entry.version;
        forget(alias);
      }
    },
    covers: (since) => since >= forgotten && since <= version,
    since(since) {
      if (since >= version) return null;
      const body = bodies.get(since) ?? bodySince(since);
      if (bodies.size < MOST_BODIES) bodies.set(since, body);
      return { version, body };
    },
  };
}
