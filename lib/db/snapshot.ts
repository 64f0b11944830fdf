import { setTimeout as pause } from 'node:timers/promises';
import type { NowOrLater } from '@/lib/now-or-later';
import { database, type Transaction } from './client';
import { onNotices } from './notices';
import { unlessAway } from './reachable';

// Small things that are changed at the desk and read by every policy request: settings, rules. Each instance keeps a copy
// and hears of a change within milliseconds.

/** On which names of what was changed are told. */
export const SNAPSHOT_CHANNEL = 'mayfly_changed';
/** Without news from the database a copy is believed for this long: a change holds everywhere within a second. */
const UNHEARD_MS = 1_000;
/** Even with news: whatever was missed, for whatever reason, is put right. */
const LONGEST_MS = 30_000;
/** A caller may be waiting behind it, and the database may have gone away since it spoke. */
const WORTH_WAITING_MS = 300;

export interface Snapshot<T> {
  /** The copy in memory, or a new one. While the database is away, the last one known; throws when there is none. */
  current(): NowOrLater<T>;
}

/** Keeps a copy of what `load` reads. `notifyChanged` with the same name makes every instance read it again. */
export function snapshot<T>(name: string, load: () => Promise<T>): Snapshot<T> {
  let known: { value: T; readAt: number; changes: number } | null = null;
  let reading: Promise<T> | null = null;
  /** How many changes we have heard of: a copy is as new as the count it was begun with. */
  let changes = 0;
  let isListening = false;
  let isFailing = false;
  let hasSubscribed = false;

  function subscribe(): void {
    hasSubscribed = true;
    const onChange = () => {
      changes += 1;
      // At once, so that whoever asks next need not wait for it; what is being read already may not have the change in it.
      if (known) void again().catch(() => undefined);
    };
    onNotices(SNAPSHOT_CHANNEL, {
      onNotice: (changed) => changed === name && onChange(),
      onListening: () => {
        isListening = true;
        onChange();
      },
      onLost: () => (isListening = false),
    });
  }

  const again = (): Promise<T> => (reading ??= read());

  async function read(): Promise<T> {
    const begun = { readAt: Date.now(), changes };
    try {
      known = { value: await unlessAway(load), ...begun };
      isFailing = false;
      return begun.changes === changes ? known.value : await read();
    } catch (error) {
      isFailing = true;
      if (!known) throw error;
      known.readAt = begun.readAt; // tried just now: the next try is a moment away
      return known.value;
    } finally {
      reading = null;
    }
  }

  return {
    current() {
      if (!hasSubscribed) subscribe();
      if (!known) return again();
      const isHeard = isListening && !isFailing;
      // Whoever told us of the change was reachable a moment ago, so it is worth waiting for, if not for long.
      if (known.changes !== changes && isHeard) return Promise.race([again(), pause(WORTH_WAITING_MS, known.value)]);
      if (Date.now() - known.readAt > (isHeard ? LONGEST_MS : UNHEARD_MS)) void again().catch(() => undefined);
      return known.value;
    },
  };
}

/** Has every instance read a snapshot again, once the transaction has committed. */
export async function notifyChanged(name: string, transaction: Transaction = database()): Promise<void> {
  await transaction.$queryRaw`SELECT pg_notify(${SNAPSHOT_CHANNEL}, ${name})::text`;
}
