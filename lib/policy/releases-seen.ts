import { isOlder } from './early-views';

// One layout is told to every node, or one conference would have two: a conference that begins while any node of an older
// release is about gets what that one knows, for as long as it lasts. During an upgrade of Infinity both are.

/** After this long without a word from it, an older node is taken for upgraded. */
const ABOUT_FOR_MS = 60 * 60 * 1000;
/** Its words are taken as one within this time, so that all instances, who are told of one, count the same hour. */
const ONE_WORD_MS = 5 * 60 * 1000;

let olderSeenAt = Number.NEGATIVE_INFINITY;

/** Whether nodes are about whose layouts are not all known to us, one of the release `version` among them. */
export function hasOlderNodes(version: string, nowMs: number): boolean {
  return isOlder(version) || nowMs - olderSeenAt < ABOUT_FOR_MS;
}

/** A node of this release has asked. @returns whether that is worth telling others. */
export function noteRelease(version: string, atMs: number): boolean {
  if (!isOlder(version) || atMs - olderSeenAt < ONE_WORD_MS) return false;
  olderSeenAt = atMs;
  return true;
}

/** Somebody else has seen an older node. */
export function noteOlderNode(atMs: number): void {
  olderSeenAt = Math.max(olderSeenAt, atMs);
}
