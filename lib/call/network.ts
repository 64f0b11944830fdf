/** Whether the browser says that there is a network. It is right about "no", mostly, and knows nothing when it says "yes". */
export function isOnline(): boolean {
  return typeof navigator === 'undefined' || navigator.onLine;
}

/** Longer than one waits for a link without wondering, and the call is worth the wait. */
const ANSWER_WITHIN_MS = 2_000;

/** Whether our site answers just now. A proxy in front of it that says 502 is none of its answers. */
export async function isSiteThere(withinMs = ANSWER_WITHIN_MS): Promise<boolean> {
  try {
    const { ok } = await fetch('/api/health/live', {
      method: 'HEAD',
      cache: 'no-store',
      signal: AbortSignal.timeout(withinMs),
    });
    return ok;
  } catch {
    return false;
  }
}
