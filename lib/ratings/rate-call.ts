import { findByAlias } from '@/lib/meetings/find-meeting';
import type { MeetingWindow } from '@/lib/meetings/meeting';
import type { RatingBody } from './rating-body';
import { keepRating } from './rating-store';
import type { KeptRating } from './schemas';

/** Long enough for whoever finds the page still open the next morning. */
const OPEN_AFTER_END_MS = 24 * 60 * 60 * 1000;

/** Whether a meeting can still be rated: during it, and for a day after it ended or was cancelled. */
export function isRatingOpen({ validUntil, cancelledAt }: MeetingWindow, now: Date): boolean {
  const endedMs = Math.min(validUntil.getTime(), cancelledAt?.getTime() ?? Infinity);
  return now.getTime() < endedMs + OPEN_AFTER_END_MS;
}

export type RatedCall =
  { ok: true; value: KeptRating } | { ok: false; error: 'unknown' | 'rating-closed' | 'ticket-unknown' };

/** What the holder of a ticket thinks of the call, once for each ticket: said again it replaces what was said. */
export async function rateCall(alias: string, { callTag, stars, word }: RatingBody, now: Date): Promise<RatedCall> {
  const meeting = await findByAlias(alias);
  if (!meeting) return { ok: false, error: 'unknown' };
  if (!isRatingOpen(meeting, now)) return { ok: false, error: 'rating-closed' };
  const kept = await keepRating(meeting.id, callTag, { stars, word, ratedAt: now });
  if (!kept) return { ok: false, error: 'ticket-unknown' };
  return { ok: true, value: { ...kept, ratedAt: kept.ratedAt.toISOString() } };
}
