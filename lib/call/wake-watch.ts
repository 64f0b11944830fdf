const TICK_MS = 1_000;

/** Timers of busy or hidden pages are late by a second or a minute at most; by more than this, nothing was ever done. */
export const SLEEP_MS = 20_000;

/** Tells when the clock jumps: the machine slept, or the page was frozen, for that many ms. */
export function watchWaking(onWake: (sleptMs: number) => void): () => void {
  let lastMs = Date.now();
  const timer = setInterval(() => {
    const nowMs = Date.now();
    const sleptMs = nowMs - lastMs - TICK_MS;
    lastMs = nowMs;
    if (sleptMs > SLEEP_MS) onWake(sleptMs);
  }, TICK_MS);
  return () => clearInterval(timer);
}
