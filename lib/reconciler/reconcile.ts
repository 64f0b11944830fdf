import { settings } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { databaseNow } from '@/lib/db/database-now';
import { reconcileSoon } from '@/lib/jobs/reconcile-soon';
import { listAlarms } from '@/lib/management/alarms';
import { ManagementProblem, type ManagementAccess } from '@/lib/management/management-client';
import { pastLegs, type PastLeg } from '@/lib/management/participant-history';
import { lookAtOnce } from '@/lib/meetings/end-jobs-store';
import { fillInPast } from './fill-in-past';
import { findDifferences } from './find-differences';
import type { KnownLeg } from './known';
import { loadKnown } from './known-store';
import { ifReadable, readListing, type Listing } from './listing';
import { manyMissing } from './many-missing';
import { SAME_MOMENT_MS } from './moments';
import { observe } from './observations';
import { oneAtATime } from './one-at-a-time';
import { recordObservations } from './record-observations';
import type { ReconcilerReport } from './reconciler-report';
import { loadReport, saveReport } from './report-store';
import { restartStoppedSinks } from './restart-sinks';
import { believeStarts } from './starts-without-answer';

/**
 * The job that compares what we know with what the Management Node lists, and puts right what differs: closes what is gone,
 * fills what is missing, of the past too, restarts our event sink when it was stopped, and ends what goes on after its meeting.
 * When it is not answered for long, what nodes themselves tell has to do. Does nothing where no Management Node is configured.
 * `now` is the database's, as what is kept of the last time is.
 */
export async function reconcile(now: Date): Promise<void> {
  const { management } = settings();
  if (!management) return;
  const wasOurs = await oneAtATime(() => reconcileAndReport(management, now));
  // What made us look may have happened after the other one had read its lists.
  if (!wasOurs) await reconcileSoon(database());
}

async function reconcileAndReport(access: ManagementAccess, now: Date): Promise<void> {
  const begunAt = performance.now();
  const before = await loadReport();
  const found = await compare(access, before, now);
  const { problem, sideProblem } = found;
  // Once, and not every minute for as long as it lasts.
  if (problem && problem !== before.problem) console.warn(`not compared with the Management Node: ${problem}`);
  else if (sideProblem && sideProblem !== before.sideProblem) console.warn(`compared in part: ${sideProblem}`);
  if (problem) await believeStarts(before, now);
  await saveReport({ ...before, ...found, lastRunAt: now, tookMs: Math.round(performance.now() - begunAt) });
}

/** A little longer than what is still the same moment. */
const SECOND_LOOK_MS = SAME_MOMENT_MS + 1_000;

const NOTHING = { seen: 0, gone: 0, endedPlaces: 0, overdue: 0, filledIn: 0, problem: null, sideProblem: null };

async function compare(
  access: ManagementAccess,
  before: ReconcilerReport,
  now: Date,
): Promise<Partial<ReconcilerReport>> {
  const found: Partial<ReconcilerReport> = { ...NOTHING };
  try {
    // By the clock that says when events reached us: one that is ahead of it would take who came just now for gone.
    const askedAt = await databaseNow();
    const { list: alarms, problem: alarmsProblem } = await ifReadable(listAlarms(access));
    found.alarms = (alarms ?? []).map(({ name, node = null, raisedAt = null }) => ({ name, node, raisedAt }));
    // First of all: until then nodes tell us nothing, and whether the long lists can be read is another matter.
    Object.assign(found, await restartStoppedSinks(access, alarms ?? [], before, now));
    const { listing, sideProblem } = await readListing(access, alarms, askedAt);
    found.sideProblem = alarmsProblem ?? sideProblem;
    Object.assign(found, await putRight(access, listing, before));
    return Object.assign(found, await fillInPast(access, before, askedAt));
  } catch (error) {
    if (!(error instanceof ManagementProblem)) throw error;
    return { ...found, problem: error.message };
  }
}

async function putRight(
  access: ManagementAccess,
  listing: Listing,
  before: ReconcilerReport,
): Promise<Partial<ReconcilerReport>> {
  const known = await loadKnown(listing);
  const all = findDifferences(listing, known);
  const { missingSince, isBelieved } = manyMissing(listing, known, all, before.missingSince);
  const differences = isBelieved ? all : { seen: all.seen, gone: [], endedPlaces: [] };
  if (!isBelieved) await reconcileSoon(database(), SECOND_LOOK_MS);
  const overdueIds = known.overdue.map(({ id }) => id);
  await lookAtOnce(overdueIds);
  await recordObservations(observe(differences, await pastOf(access, differences.gone), listing.askedAt));
  const { seen, gone, endedPlaces } = differences;
  return {
    seen: seen.length,
    gone: gone.length,
    endedPlaces: endedPlaces.length,
    overdue: overdueIds.length,
    missingSince,
    // A list that is not believed yet says nothing of what had become of anybody.
    ...(isBelieved ? { comparedAt: listing.askedAt } : {}),
  };
}

/** When and why they left. That they are gone is known without it too. */
async function pastOf(access: ManagementAccess, gone: readonly KnownLeg[]): Promise<PastLeg[]> {
  try {
    return await pastLegs(access, [...new Set(gone.map(({ conversationId }) => conversationId))]);
  } catch (error) {
    if (!(error instanceof ManagementProblem)) throw error;
    console.warn(`no reasons from history: ${error.message}`);
    return [];
  }
}
