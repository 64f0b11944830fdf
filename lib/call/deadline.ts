import { shouldAskAgain } from './call-clock';

/** Often enough that the end is not late; a browser may slow timers of hidden pages to one a second anyway. */
const TICK_MS = 1_000;

/**
 * Watches the time left (ms, read at each tick because the end may move) and calls back when our site is to be asked
 * whether the end still holds. Returns how to stop watching.
 */
export function watchDeadline(timeLeftMs: () => number, onAsk: () => void): () => void {
  let before = timeLeftMs();
  const timer = setInterval(() => {
    const now = timeLeftMs();
    const isAsked = shouldAskAgain(before, now);
    before = now;
    if (isAsked) onAsk();
  }, TICK_MS);
  return () => clearInterval(timer);
}
