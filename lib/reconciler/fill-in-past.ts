import { legsEndedSince, type EndedLeg } from '@/lib/management/ended-legs';
import { ManagementProblem, type ManagementAccess } from '@/lib/management/management-client';
import { loadKnownPast } from './known-past-store';
import { missedLegs, observeMissed, pastStays } from './missed-legs';
import { recordObservations } from './record-observations';
import type { ReconcilerReport } from './reconciler-report';

/** History is written after the fact: what was read is read again for so long, and found known. */
const OVERLAP_MS = 5 * 60 * 1000;
/** How far back is looked the first time, and at most: after a longer absence the platform has forgotten much itself. */
const FIRST_LOOK_MS = 24 * 60 * 60 * 1000;
const FARTHEST_LOOK_MS = 7 * 24 * 60 * 60 * 1000;

/** More than this would mean a long absence; the rest comes with the next minute, so that who is in now is not left waiting. */
const MOST_PAGES = 5;

/**
 * Of a list that is not in order nobody knows until when those pages have it. Then half as much of the past is asked for, and
 * half of that, until the pages have all of it; down to this. Some Management Nodes do not know our filters: that is told then.
 */
const SHORTEST_WINDOW_MS = 1_000;
const TOO_MUCH = 'the Management Node’s history is too long to be read, and not in the order that was asked for';

/**
 * Fills in who came and went since the last look without having been reported. That history may not be read keeps nothing
 * else from being compared, and what was read of it before counts: the next look goes on from there. The history of
 * conferences is not asked for: the people it names are all in that of participants, and when it began and ended, which is
 * what else it has, follows from when they came and left.
 */
export async function fillInPast(
  access: ManagementAccess,
  { pastReadAt, pastWindowMs }: Pick<ReconcilerReport, 'pastReadAt' | 'pastWindowMs'>,
  askedAt: Date,
): Promise<Partial<ReconcilerReport>> {
  const found = { filledIn: 0, pastReadAt, pastWindowMs, pastProblem: null };
  const since = lookBackTo(pastReadAt, askedAt);
  const windowMs = Math.min(pastWindowMs ?? Infinity, askedAt.getTime() - since.getTime());
  const end = endOf(since, windowMs);
  const until = end < askedAt ? end : null;
  let pages = 0;
  try {
    for await (const { legs, completeUntil } of legsEndedSince(access, since, until)) {
      found.filledIn += await fillIn(legs, askedAt);
      found.pastReadAt = completeUntil ? readAt(completeUntil, askedAt) : pastReadAt;
      pages += 1;
      if (pages === MOST_PAGES) return completeUntil ? found : { ...found, ...lessAtOnce(windowMs) };
    }
    if (until) return { ...found, pastReadAt: readAt(until, askedAt), pastWindowMs: 2 * windowMs };
    return { ...found, pastReadAt: askedAt, pastWindowMs: null };
  } catch (error) {
    if (!(error instanceof ManagementProblem)) throw error;
    return { ...found, pastProblem: error.message };
  }
}

/** What ended just now may be written later. So it is as if all of it had been read when that was long enough ago. */
function readAt(completeUntil: Date, askedAt: Date): Date {
  return new Date(Math.min(completeUntil.getTime() + OVERLAP_MS, askedAt.getTime()));
}

/** Whole seconds, as the Management Node is asked for: what is between would be in neither of two windows. */
function endOf(since: Date, windowMs: number): Date {
  return new Date(Math.ceil((since.getTime() + windowMs) / 1_000) * 1_000);
}

function lessAtOnce(windowMs: number): Pick<ReconcilerReport, 'pastWindowMs' | 'pastProblem'> {
  const pastWindowMs = Math.max(SHORTEST_WINDOW_MS, Math.ceil(windowMs / 2));
  return { pastWindowMs, pastProblem: windowMs > SHORTEST_WINDOW_MS ? null : TOO_MUCH };
}

/** How many of them were missed. */
async function fillIn(legs: readonly EndedLeg[], askedAt: Date): Promise<number> {
  const stays = pastStays(legs, askedAt);
  const missed = stays.length === 0 ? [] : missedLegs(stays, await loadKnownPast(stays));
  await recordObservations(observeMissed(missed));
  return missed.length;
}

function lookBackTo(pastReadAt: Date | null, askedAt: Date): Date {
  const now = askedAt.getTime();
  const wanted = pastReadAt ? pastReadAt.getTime() - OVERLAP_MS : now - FIRST_LOOK_MS;
  return new Date(Math.max(wanted, now - FARTHEST_LOOK_MS));
}
