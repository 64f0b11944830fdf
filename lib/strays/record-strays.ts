import { cutText } from '@/lib/db/cut-text';
import { isDatabaseUnreachable } from '@/lib/db/prisma-errors';
import { storableText } from '@/lib/db/storable-text';
import { strayPath, type Stray } from './stray';
import { countStrays } from './stray-store';

// Counted in memory and written down every few seconds: a node with a wrong URL asks as often as one with a right one.

const FLUSH_AFTER_MS = 2_000;
/** Told apart in one flush; what comes on top is let go. */
const MOST_APART = 100;

let counted = new Map<string, Stray & { attempts: number }>();
let timer: NodeJS.Timeout | undefined;

/** Counts a request that is none of the six questions. Never waits, never fails. */
export function recordStray({ at, kind, path, address }: Stray): void {
  const stray = { kind, path: storableText(strayPath(path)), address: cutText(address, 100) };
  const key = JSON.stringify(stray);
  const known = counted.get(key);
  if (known) Object.assign(known, { at, attempts: known.attempts + 1 });
  else if (counted.size < MOST_APART) counted.set(key, { ...stray, at, attempts: 1 });
  timer ??= setTimeout(() => void flushStrays(), FLUSH_AFTER_MS).unref();
}

/** Writes down what was counted. While the database is away it waits, and goes on being counted. */
export async function flushStrays(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  if (counted.size === 0) return;
  const flushed = counted;
  counted = new Map();
  try {
    await countStrays([...flushed.values()]);
  } catch (error) {
    if (!isDatabaseUnreachable(error)) return console.error('policy: stray requests could not be counted:', error);
    for (const [key, stray] of flushed) {
      const since = counted.get(key);
      counted.set(key, since ? { ...since, attempts: since.attempts + stray.attempts } : stray);
    }
    timer ??= setTimeout(() => void flushStrays(), FLUSH_AFTER_MS).unref();
  }
}
