// Events that failed alone for a reason that may pass: a table that is locked, a full disk, a connection that was lost, a
// mistake in the database's set-up. Others go on meanwhile. In this process only: another one finds out by itself.

const SECOND_MS = 1_000;
const LONGEST_REST_MS = 60 * SECOND_MS;

/** A quarter of an hour, by the rests between them. */
const MOST_TRIES = 20;

/** Where others never end, one of these is tried instead of them so long after the last that failed again. */
const PATIENCE_MS = 10 * SECOND_MS;

/** Where more than these fail, no event is at fault. */
const MOST_HELD = 100;

interface Held {
  /** Those that failed while others were applied: what an outage holds up has had one, however long that takes. */
  tries: number;
  isOtherApplied: boolean;
  dueAt: number;
}

export class HeldBack {
  /** The one that failed again last is the last. */
  readonly #held = new Map<bigint, Held>();
  /** When one of them failed again. */
  #failedAt = -Infinity;

  /** Not to be taken with the others. */
  ids(): bigint[] {
    return [...this.#held.keys()];
  }

  /** The one to try next, alone, when all others are applied. */
  due(now: number): bigint | null {
    for (const [id, { dueAt }] of this.#held) if (dueAt <= now) return id;
    return null;
  }

  /** The one to try before others, which may never end. Behind one that fails some of them are applied first. */
  overdue(now: number): bigint | null {
    if (now - this.#failedAt < PATIENCE_MS) return null;
    for (const [id, { dueAt, isOtherApplied }] of this.#held) if (isOtherApplied && dueAt <= now) return id;
    return null;
  }

  /** Notes what was applied, or is no matter of this process any more. */
  applied(ids: readonly bigint[]): void {
    for (const id of ids) this.#held.delete(id);
    if (ids.length > 0) for (const held of this.#held.values()) held.isOtherApplied = true;
  }

  /** Notes that one failed alone. Whether it has failed so often, while others did not, that it never will be applied. */
  failed(id: bigint, now: number): boolean {
    const held = this.#held.get(id);
    if (!held) {
      if (this.#held.size < MOST_HELD) this.#held.set(id, { tries: 1, isOtherApplied: false, dueAt: now });
      return false;
    }
    this.#failedAt = now;
    this.#held.delete(id);
    this.#held.set(id, held);
    if (!held.isOtherApplied) return false;
    held.tries += 1;
    held.isOtherApplied = false;
    held.dueAt = now + Math.min(LONGEST_REST_MS, SECOND_MS * 2 ** (held.tries - 2));
    return held.tries >= MOST_TRIES;
  }
}
