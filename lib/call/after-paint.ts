/** A page in the background paints nothing; then this long is waited instead. */
const WITHOUT_PAINT_MS = 150;

/** Runs something that may block once what the page has to say is on the screen. */
export function afterPaint(run: () => void): void {
  let hasRun = false;
  const once = () => {
    if (hasRun) return;
    hasRun = true;
    run();
  };
  setTimeout(once, WITHOUT_PAINT_MS);
  // Called just before the paint; the task after it comes just behind.
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(() => setTimeout(once, 0));
}
