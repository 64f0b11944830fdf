import type { NodeAddress } from './node-address';

/** A node that could not be reached is the last to be tried again for this long. */
const AVOIDED_MS = 60_000;

/** The nodes in the order to try them: those that failed within a minute behind the others, the longest ago first. Pure. */
export function byHope(
  nodes: readonly NodeAddress[],
  failedAtMs: ReadonlyMap<string, number>,
  nowMs: number,
): NodeAddress[] {
  const failure = ({ origin }: NodeAddress) => {
    const atMs = failedAtMs.get(origin) ?? -Infinity;
    return nowMs - atMs < AVOIDED_MS ? atMs : -Infinity;
  };
  // Not by difference: of two that never failed there is none.
  return [...nodes].sort((one, other) =>
    failure(one) === failure(other) ? 0 : failure(one) < failure(other) ? -1 : 1,
  );
}

/** This tab's own experience. */
const failedAtMs = new Map<string, number>();

export function noteNodeFailure(node: NodeAddress): void {
  failedAtMs.set(node.origin, Date.now());
}

/** The first of these nodes that answers, all being asked at once; null when none does. */
export async function findNode(
  nodes: readonly NodeAddress[],
  isThere: (node: NodeAddress) => Promise<boolean> = isNodeThere,
): Promise<NodeAddress | null> {
  const asked = byHope(nodes, failedAtMs, Date.now()).map((node) => ({ node, answer: isThere(node) }));
  for (const { node, answer } of asked) if (await answer) return node;
  return null;
}

const ANSWER_WITHIN_MS = 2_000;

/**
 * Whether the node answers at all. Asked before PexRTC is let loose on it: its request for a token waits a minute for a node
 * that hangs, and its hanging up blocks the page (pexrtc.md §3, §8).
 */
export async function isNodeThere({ origin }: NodeAddress): Promise<boolean> {
  try {
    // What it says is not for us to read, and does not matter.
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    await fetch(`${origin}/api/client/v2/status`, { mode: 'no-cors', cache: 'no-store', signal });
    return true;
  } catch {
    return false;
  }
}
