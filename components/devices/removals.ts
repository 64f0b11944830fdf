// A page that is left while it removes a device sends the removal on its way, and the next page may be made before that
// arrives: it then shows a device that is about to be gone. So the tab remembers what it removed, for a moment.

const KEY = 'mayfly-removed-devices';
/** Longer than a removal is on its way; if it failed, the device is back after that. */
const REMEMBERED_MS = 30_000;

type Memory = Pick<Storage, 'getItem' | 'setItem'>;

/** The devices that this tab removed a moment ago. */
export function recentRemovals(memory: Memory, nowMs = Date.now()): ReadonlySet<string> {
  return new Set(read(memory, nowMs).map(([id]) => id));
}

export function rememberRemoval(memory: Memory, id: string, nowMs = Date.now()): void {
  write(memory, [...read(memory, nowMs), [id, nowMs]]);
}

/** It was not removed after all. */
export function forgetRemoval(memory: Memory, id: string, nowMs = Date.now()): void {
  write(
    memory,
    read(memory, nowMs).filter(([removed]) => removed !== id),
  );
}

type Removal = [id: string, atMs: number];

function read(memory: Memory, nowMs: number): Removal[] {
  try {
    const stored: unknown = JSON.parse(memory.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isRemoval).filter(([, atMs]) => nowMs - atMs < REMEMBERED_MS) : [];
  } catch {
    // Forbidden by the browser, or not written by us: then nothing is remembered, as without this file.
    return [];
  }
}

function write(memory: Memory, removals: Removal[]): void {
  try {
    memory.setItem(KEY, JSON.stringify(removals));
  } catch {
    // As above.
  }
}

function isRemoval(value: unknown): value is Removal {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';
}
