/** Everyone in the call is warned this long before the end (design.md §4). */
export const END_WARNING_MS = 5 * 60 * 1000;

/** The end may be moved either way and the meeting cancelled while people talk: the panel learns of it within this. */
const ASK_EVERY_MS = 30 * 1000;

/**
 * How far the server's clock is ahead of ours, in ms. The server read its clock somewhere between our sending and
 * receiving; the middle is the best guess.
 */
export function clockSkewMs(serverTime: string, sentAtMs: number, receivedAtMs: number): number {
  return Date.parse(serverTime) - (sentAtMs + receivedAtMs) / 2;
}

/**
 * Whether our site is to be asked about the meeting, `sinceAskedMs` after the last time: every half minute, and from
 * the end on at once. A laptop that slept asks when it wakes.
 */
export function shouldAskAgain(sinceAskedMs: number, timeLeftMs: number): boolean {
  return timeLeftMs <= 0 || sinceAskedMs >= ASK_EVERY_MS;
}

/** `42:10`, or `1:02:10` from one hour on. Rounded up, so that 0:00 is shown only when it is over. */
export function formatTimeLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** For ears, by the locale's own units: `2 days`, `1 hour 2 minutes`, `42 minutes`, `30 seconds`. */
export function sayDuration(ms: number, locale = 'en'): string {
  const count = (value: number, unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds < 60) return count(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return count(minutes, 'minute');
  if (minutes >= 48 * 60) return count(Math.floor(minutes / (24 * 60)), 'day');
  const rest = minutes % 60;
  const parts = [count(Math.floor(minutes / 60), 'hour'), ...(rest ? [count(rest, 'minute')] : [])];
  return new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }).format(parts);
}
