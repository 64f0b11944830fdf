import { legsEndedSince } from '@/lib/management/ended-legs';
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

/**
 * Fills in who came and went since the last look without having been reported. That history may not be read keeps nothing
 * else from being compared. The history of conferences is not asked for: the people it names are all in that of participants,
 * and when it began and ended, which is what else it has, follows from when they came and left.
 */
export async function fillInPast(
  access: ManagementAccess,
  { pastReadAt }: Pick<ReconcilerReport, 'pastReadAt'>,
  askedAt: Date,
): Promise<Partial<ReconcilerReport>> {
  try {
    const stays = pastStays(await legsEndedSince(access, lookBackTo(pastReadAt, askedAt)), askedAt);
    const missed = stays.length === 0 ? [] : missedLegs(stays, await loadKnownPast(stays));
    await recordObservations(observeMissed(missed));
    return { filledIn: missed.length, pastReadAt: askedAt, pastProblem: null };
  } catch (error) {
    if (!(error instanceof ManagementProblem)) throw error;
    return { filledIn: 0, pastProblem: error.message };
  }
}

function lookBackTo(pastReadAt: Date | null, askedAt: Date): Date {
  const now = askedAt.getTime();
  const wanted = pastReadAt ? pastReadAt.getTime() - OVERLAP_MS : now - FIRST_LOOK_MS;
  return new Date(Math.max(wanted, now - FARTHEST_LOOK_MS));
}
