/** A place in the sequence of changes: of which process (or rather: which sequence), and how many there had been. */
export interface LivePosition {
  epoch: string;
  version: number;
}

/** The `id` of a server-sent event. */
export function writePosition({ epoch, version }: LivePosition): string {
  return `${epoch}-${version}`;
}

/** Null for what no process of ours has written. */
export function readPosition(text: string | null): LivePosition | null {
  const [, epoch, version] = /^([0-9a-f]{1,32})-(\d{1,15})$/.exec(text ?? '') ?? [];
  return epoch && version ? { epoch, version: Number(version) } : null;
}

/** What an entry weighs beside its text. */
const ENTRY_BYTES = 200;

/**
 * What desks were told lately, one entry for each version. A desk that was away for a moment, or reads slowly, finds here
 * what it has not had yet. Bounded: the oldest entries go, and who still wanted them begins anew.
 */
export interface LiveLog {
  readonly epoch: string;
  readonly version: number;
  add(change: Uint8Array): void;
  /** Whether everything after this version is still here. */
  covers(version: number): boolean;
  /** What led to this version. */
  entry(version: number): Uint8Array | undefined;
}

/** @param limitBytes how much is kept; the latest change always is. */
export function liveLog(epoch: string, limitBytes: number): LiveLog {
  const entries = new Map<number, Uint8Array>();
  let version = 0;
  let oldest = 1;
  let bytes = 0;
  return {
    epoch,
    get version() {
      return version;
    },
    add(change) {
      version += 1;
      entries.set(version, change);
      bytes += change.length + ENTRY_BYTES;
      while (bytes > limitBytes && oldest < version) {
        bytes -= (entries.get(oldest)?.length ?? 0) + ENTRY_BYTES;
        entries.delete(oldest);
        oldest += 1;
      }
    },
    covers: (since) => since >= oldest - 1 && since <= version,
    entry: (wanted) => entries.get(wanted),
  };
}
