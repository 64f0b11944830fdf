import { LRUCache } from 'lru-cache';
import type { PolicyMeeting, Settled } from './decide-service-configuration';

/**
 * How long a look-up is believed without another: a join asks four times within a second or two. A change holds everywhere
 * within a second even where the notice of it is lost (design.md §13).
 */
const FRESH_MS = 1_000;
/** How long a meeting that was seen still gets its answer when the database is away (design.md §6). */
const OUTAGE_MS = 5 * 60 * 1000;
/** Bounded: some ten megabytes. */
const MOST = 20_000;

interface Remembered {
  meeting: PolicyMeeting;
  /** When the look-up began, in the process's own monotonic milliseconds. */
  readAt: number;
}

/** Meetings that were looked up lately. It may let someone in, and never decides that someone is refused. */
export class MeetingMemory {
  readonly #byAlias = new LRUCache<string, Remembered>({
    max: MOST,
    dispose: ({ meeting }, _alias, reason) => reason !== 'set' && this.#aliases.delete(meeting.id),
  });
  readonly #aliases = new Map<string, string>();
  /** Look-ups that began before are no longer believed while the database can be asked. */
  #freshAfter = 0;

  /** Notes what a look-up found that began at `readAt`; an older look-up never replaces a younger one. */
  remember(meeting: PolicyMeeting, readAt: number): void {
    const known = this.#byAlias.peek(meeting.alias);
    if (known && known.readAt > readAt) return;
    this.#byAlias.set(meeting.alias, { meeting, readAt });
    this.#aliases.set(meeting.id, meeting.alias);
  }

  /** Notes what was settled for a meeting; everything else of it stays as old as it is. */
  settle(id: string, settled: Settled): void {
    const known = this.#find({ id });
    if (known) known.meeting = { ...known.meeting, ...settled };
  }

  /** What is believed without asking. */
  fresh(key: { alias: string } | { id: string }, now: number): PolicyMeeting | null {
    const known = this.#find(key);
    return known && known.readAt >= this.#freshAfter && now - known.readAt < FRESH_MS ? known.meeting : null;
  }

  /** What is good enough while the database is away. */
  lastKnown(key: { alias: string } | { id: string }, now: number): PolicyMeeting | null {
    const known = this.#find(key);
    return known && now - known.readAt < OUTAGE_MS ? known.meeting : null;
  }

  /** From now on everything is asked about again. */
  doubt(now: number): void {
    this.#freshAfter = now;
  }

  /** What an outage would be answered with: worth looking up again after news was missed. */
  idsWithin(now: number): string[] {
    return [...this.#byAlias.values()]
      .filter(({ readAt }) => now - readAt < OUTAGE_MS)
      .map(({ meeting }) => meeting.id);
  }

  has(id: string): boolean {
    return this.#aliases.has(id);
  }

  /** A meeting that is gone altogether. */
  forget(id: string): void {
    const alias = this.#aliases.get(id);
    if (alias !== undefined) this.#byAlias.delete(alias);
  }

  #find(key: { alias: string } | { id: string }): Remembered | undefined {
    const alias = 'alias' in key ? key.alias : this.#aliases.get(key.id);
    return alias === undefined ? undefined : this.#byAlias.get(alias);
  }
}
