import { loadSetting } from '@/lib/settings/setting-store';
import { CaptureSetting } from './capture-setting';
import { insertCaptures, trimCaptures, type CapturedRow, type Door } from './capture-store';
import { CAPTURE, isCapturing, stopWatchingCapture } from './current-capture';
import { withoutSecrets, type RequestContent } from './without-secrets';

// Written behind the answer, in batches: a caller is waiting, and a capture may cost them nothing.

const FLUSH_MS = 500;
/** What waits at most, in requests and roughly in characters; more than that in half a second is left out. */
const MOST_WAITING = 1_000;
const MOST_CHARACTERS = 8 * 1024 * 1024;

/**
 * Trimmed to a little less than the 20,000 requests and 50 MB that may be kept, and again once this much has been written:
 * trimming reads everything that is kept.
 */
const TRIMMED_TO = { rows: 18_000, bytes: 40 * 1024 * 1024 };
const TRIM_AFTER = { rows: 1_000, characters: 2 * 1024 * 1024 };

interface Waiting {
  at: Date;
  door: Door;
  content: RequestContent;
}

let waiting: Waiting[] = [];
let characters = 0;
let timer: NodeJS.Timeout | undefined;
let writing: Promise<void> = Promise.resolve();
let isFailing = false;
/** Since the last trimming; a process that has just begun does not know what is there. */
let untrimmed = { rows: Infinity, characters: 0 };

/** Keeps a request for support while the capture is on; does nothing while it is off. Never throws, never waits. */
export function captureRequest(door: Door, content: RequestContent): void {
  const at = new Date();
  if (!isCapturing(at)) return;
  const size = sizeOf(content);
  if (waiting.length >= MOST_WAITING || characters + size > MOST_CHARACTERS) return;
  waiting.push({ at, door, content });
  characters += size;
  timer ??= setTimeout(() => void flushCaptures(), FLUSH_MS).unref();
}

/** Before the process ends and the database is closed: nothing more is kept, and what waits is written. */
export function closeCapture(): Promise<void> {
  stopWatchingCapture();
  return flushCaptures();
}

/** Writes what waits. */
export function flushCaptures(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  writing = writing.then(writeWaiting);
  return writing;
}

async function writeWaiting(): Promise<void> {
  const batch = waiting;
  untrimmed = { rows: untrimmed.rows + batch.length, characters: untrimmed.characters + characters };
  waiting = [];
  characters = 0;
  if (batch.length === 0) return;
  try {
    const { clearedAt } = await loadSetting(CAPTURE, CaptureSetting);
    const kept = batch.filter(({ at }) => clearedAt === null || at.getTime() > Date.parse(clearedAt));
    await insertCaptures(kept.map((row): CapturedRow => ({ ...row, content: withoutSecrets(row.content) })));
    if (untrimmed.rows >= TRIM_AFTER.rows || untrimmed.characters >= TRIM_AFTER.characters) {
      await trimCaptures(TRIMMED_TO);
      untrimmed = { rows: 0, characters: 0 };
    }
    isFailing = false;
  } catch (error) {
    // Said once until it works again, and without the error's other fields: they may hold the requests.
    if (!isFailing) console.error(`capture: ${batch.length} request(s) not kept: ${lastLineOf(error)}`);
    isFailing = true;
  }
}

function sizeOf({ path, query, body = '' }: RequestContent): number {
  return path.length + query.length + body.length;
}

function lastLineOf(error: unknown): string {
  // Prisma's message ends with the cause, after a print of the call with its arguments.
  return (error instanceof Error ? error.message.trim().split('\n').at(-1) : undefined) ?? 'unknown failure';
}
