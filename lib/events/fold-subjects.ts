import type { Transaction } from '@/lib/db/client';
import { readHistory } from './apply-queue-store';
import type { StoredEvent } from './event-order';
import { foldAll, foldOn, type Fold, type Folding } from './fold';

/**
 * Where the folding of these subjects stands after their new events.
 *
 * @param known where it stood, by subject; null for a row whose folding was erased with its history: it stays as it is
 */
export async function foldSubjects<State>(
  tx: Transaction,
  fold: Fold<State>,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
  known: ReadonlyMap<string, Folding<State> | null>,
): Promise<Map<string, Folding<State>>> {
  const foldings = new Map<string, Folding<State>>();
  const toRead: string[] = [];
  for (const [subject, added] of events) {
    const before = known.get(subject);
    if (before === null) continue;
    const after = before ? foldOn(fold, before, added) : foldAll(fold, added);
    if (after) foldings.set(subject, after);
    else toRead.push(subject);
  }
  for (const [subject, history] of await readHistory(tx, toRead)) {
    // Without the event it ended with, the history is no longer whole: then too old an event changes nothing any more.
    const lastKey = known.get(subject)?.last.key;
    if (!history.some(({ dedupeKey }) => dedupeKey === lastKey)) continue;
    const folding = foldAll(fold, history);
    if (folding) foldings.set(subject, folding);
  }
  return foldings;
}
