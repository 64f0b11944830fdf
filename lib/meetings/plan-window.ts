import type { CreateMeetingBody } from './schemas';

/** How long a meeting may be and how far ahead it may start: settings, in milliseconds. */
export interface WindowLimits {
  longestMeetingMs: number;
  farthestStartMs: number;
}

export const DEFAULT_LENGTH_MS = 60 * 60 * 1000;
/** Short enough for a test to see a meeting end, long enough to join. */
export const SHORTEST_LENGTH_MS = 10 * 1000;
/** A start this little in the past is a slow network or a clock that lags, not a wish to begin yesterday. */
const LATE_START_MS = 60 * 1000;

export type PlannedWindow =
  | { ok: true; validFrom: Date; validUntil: Date }
  | { ok: false; field: 'validFrom' | 'validUntil' | 'durationMinutes'; message: string };

type Wish = Pick<CreateMeetingBody, 'validFrom' | 'validUntil' | 'durationMinutes'>;

/** The window that a request for a meeting asks for, or which field to change and why. */
export function planWindow(wish: Wish, now: Date, limits: WindowLimits): PlannedWindow {
  const validFrom = wish.validFrom ?? now;
  if (validFrom.getTime() < now.getTime() - LATE_START_MS) {
    return { ok: false, field: 'validFrom', message: 'must not be in the past' };
  }
  if (validFrom.getTime() > now.getTime() + limits.farthestStartMs) {
    return { ok: false, field: 'validFrom', message: `must be within ${inDays(limits.farthestStartMs)} from now` };
  }
  const lengthMs = wish.durationMinutes ? wish.durationMinutes * 60 * 1000 : DEFAULT_LENGTH_MS;
  const validUntil = wish.validUntil ?? new Date(Math.min(validFrom.getTime() + lengthMs, LAST_MOMENT));
  const message = lengthProblem(validFrom, validUntil, limits);
  const field = wish.durationMinutes ? 'durationMinutes' : 'validUntil';
  return message ? { ok: false, field, message } : { ok: true, validFrom, validUntil };
}

/** Why an end cannot be moved there. `latestEnd` is the last moment to which it can. */
export interface MoveProblem {
  code: 'end-in-past' | 'too-short' | 'too-long';
  message: string;
  latestEnd: Date;
}

/** Why a running meeting may not end at `validUntil`, or null when it may. */
export function moveProblem(validFrom: Date, validUntil: Date, now: Date, limits: WindowLimits): MoveProblem | null {
  const latestEnd = new Date(validFrom.getTime() + limits.longestMeetingMs);
  if (validUntil <= now) {
    return { code: 'end-in-past', message: 'must be in the future; cancel the meeting to end it now', latestEnd };
  }
  const message = lengthProblem(validFrom, validUntil, limits);
  return message ? { code: validUntil > latestEnd ? 'too-long' : 'too-short', message, latestEnd } : null;
}

/** The largest instant that JavaScript can hold; beyond it a Date is invalid and every comparison false. */
const LAST_MOMENT = 8.64e15;

function lengthProblem(validFrom: Date, validUntil: Date, { longestMeetingMs }: WindowLimits): string | null {
  const lengthMs = validUntil.getTime() - validFrom.getTime();
  if (lengthMs < SHORTEST_LENGTH_MS) return `must be at least ${SHORTEST_LENGTH_MS / 1000} seconds after the start`;
  if (lengthMs > longestMeetingMs) return `must be at most ${longestMeetingMs / 60_000} minutes after the start`;
  return null;
}

function inDays(ms: number): string {
  return `${ms / (24 * 60 * 60 * 1000)} days`;
}
