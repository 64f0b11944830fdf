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
 * Fills in who came and went since the last look without having been reported. That history may not be read keeps nothing
 * else from being compared, and what was read of it before counts: the next look goes on from there. The history of
 * conferences is not asked for: the people it names are all in that of participants, and when it began and ended, which is
 * what else it has, follows from when they came and left.
 */
export async function fillInPast(
  access: ManagementAccess,
  { pastReadAt }: Pick<ReconcilerReport, 'pastReadAt'>,
  askedAt: Date,
): Promise<Partial<ReconcilerReport>> {
  const found = { filledIn: 0, pastReadAt, pastProblem: null };
  let pages = 0;
  try {
    for await (const { legs, completeUntil } of legsEndedSince(access, lookBackTo(pastReadAt, askedAt))) {
      found.filledIn += await fillIn(legs, askedAt);
      // What ended just now may be written later. So it is as if all of it had been read when that was long enough ago.
      if (completeUntil) found.pastReadAt = new Date(Math.min(completeUntil.getTime() + OVERLAP_MS, askedAt.getTime()));
      pages += 1;
      if (pages === MOST_PAGES) return found;
    }
    return { ...found, pastReadAt: askedAt };
  } catch (error) {
    if (!(error instanceof ManagementProblem)) throw error;
    return { ...found, pastProblem: error.message };
  }
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
