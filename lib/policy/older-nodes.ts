import { DatabaseAway, unlessAway } from '@/lib/db/reachable';
import { snapshot } from '@/lib/db/snapshot';
import { loadOlderNodesSeenAt, OLDER_NODES, saveOlderNodesSeenAt } from './older-nodes-store';
import { hasOlderNodes, noteOlderNode, noteRelease } from './releases-seen';

// What one instance has seen of releases, all go by, and after a restart too: two that answer for one conference would
// otherwise tell it two layouts. Nothing here is waited for by an answer.

export const olderNodes = snapshot(OLDER_NODES, loadOlderNodesSeenAt);

/** As `hasOlderNodes`, by what any instance has seen. */
export function anyOlderNodes(version: string, nowMs: number): boolean {
  const seenAt = olderNodes.current();
  if (typeof seenAt === 'number') noteOlderNode(seenAt);
  else void seenAt.then(noteOlderNode, () => undefined);
  return hasOlderNodes(version, nowMs);
}

/** A node of this release has asked: known here at once, and everywhere within moments. */
export function tellRelease(version: string, atMs: number): void {
  if (noteRelease(version, atMs)) void share(atMs);
}

const AGAIN_AFTER_MS = 1_000;

async function share(atMs: number): Promise<void> {
  try {
    await unlessAway(() => saveOlderNodesSeenAt(atMs));
  } catch (error) {
    if (error instanceof DatabaseAway) setTimeout(() => void share(atMs), AGAIN_AFTER_MS).unref();
    else console.error('policy: other instances could not be told of an older node:', error);
  }
}
