import { snapshot } from '@/lib/db/snapshot';
import { loadSetting } from '@/lib/settings/setting-store';
import { CaptureSetting } from './capture-setting';

/** The row of the setting table, and the name under which every instance hears of a change. */
export const CAPTURE = 'capture';

/**
 * How often the setting is looked at, in memory mostly. By a clock rather than with each request: the first request after
 * it was turned on is often the one that somebody wants to see, and nothing waits for a reading there.
 */
const LOOK_EVERY_MS = 250;

const capturingUntil = snapshot(CAPTURE, async () => untilMs(await loadSetting(CAPTURE, CaptureSetting)));

let known = -Infinity;
let watching: NodeJS.Timeout | undefined;

function untilMs({ until }: CaptureSetting): number {
  return until === null ? -Infinity : Date.parse(until);
}

/**
 * Whether raw requests are kept at this moment. Costs a comparison, since every policy request asks. Asked once when the
 * process starts, it knows by the first request.
 */
export function isCapturing(now: Date): boolean {
  if (!watching) watch();
  return now.getTime() < known;
}

/** Lets go of the setting, before the database is closed. */
export function stopWatchingCapture(): void {
  clearInterval(watching);
  watching = undefined;
}

function watch(): void {
  watching = setInterval(look, LOOK_EVERY_MS).unref();
  look();
}

function look(): void {
  const current = capturingUntil.current();
  if (typeof current === 'number') known = current;
  // While the database is away, whatever was known holds, and ends by itself.
  else
    current.then(
      (until) => (known = until),
      () => undefined,
    );
}
