import { settings } from '@/lib/config/env';
import { database, type Transaction } from '@/lib/db/client';
import { causeInWords, stateOf } from '@/lib/db/prisma-errors';
import { reconcileSoon } from '@/lib/jobs/reconcile-soon';
import {
  commitWithoutWaiting,
  mayApply,
  quarantine,
  takeHeldBack,
  takeQueued,
  type QueuedEvent,
  type Taken,
} from './apply-queue-store';
import { BatchSize } from './batch-size';
import { applyConferenceNodes } from './conference-node-store';
import { HeldBack } from './held-back';
import { applyLegs } from './leg-store';
import { applyMedia, writeMediaWindows } from './media-store';
import { projectAndTell } from './project-and-tell';
import { isAnyUnsettled, settleNext } from './settle-starts';
import { countByNode, writeSinkStarts } from './sink-start-store';
import { isSinkStart } from './sink-starts';
import { legsTouched, touchedBy } from './touched-rows';
import { isItsOwnFault, mayFewerSucceed } from './what-fails';

const TRANSACTION = { maxWait: 3_000, timeout: 10_000 };

const batchSize = new BatchSize();
const heldBack = new HeldBack();

/**
 * Applies the oldest of the stored events to the rows that are computed from them, and then settles some of what a sink's start
 * may have ended. A batch is one transaction: rows, news to the desks and news to others are there together, or the events stay
 * in the queue.
 *
 * @returns 'busy' when another instance is at it, and may not have seen the newest
 * @throws whatever is no event's fault; the events are applied later
 */
export async function applyNext(): Promise<'done' | 'more' | 'busy'> {
  const outcome = await applyQueued();
  return outcome === 'unsettled' ? settleNext() : outcome;
}

async function applyQueued(): Promise<'done' | 'more' | 'busy' | 'unsettled'> {
  let taken: QueuedEvent[] = [];
  let due = null as bigint | null;
  try {
    const outcome = await database().$transaction(async (tx) => {
      if (!(await mayApply(tx))) return 'busy';
      await commitWithoutWaiting(tx);
      const next = await takeNext(tx);
      due = next.due;
      taken = next.events;
      await applyBatch(tx, taken);
      if (await isAnyUnsettled(tx)) return 'unsettled';
      return next.isAll ? 'done' : 'more';
    }, TRANSACTION);
    batchSize.applied(taken.length);
    heldBack.applied([...taken.map(({ id }) => id), ...(due === null ? [] : [due])]);
    return outcome;
  } catch (error) {
    await afterFailure(taken, error);
    return 'more';
  }
}

/** The oldest, and where there is nothing else, or has always been something, one that was held back. */
async function takeNext(tx: Transaction): Promise<Taken & { due: bigint | null }> {
  const overdue = heldBack.overdue(Date.now());
  if (overdue !== null) return { events: await takeHeldBack(tx, overdue), isAll: false, due: overdue };
  const queued = await takeQueued(tx, batchSize.get(), heldBack.ids());
  const due = queued.isAll && queued.events.length === 0 ? heldBack.due(Date.now()) : null;
  return due === null ? { ...queued, due } : { events: await takeHeldBack(tx, due), isAll: false, due };
}

/** One that cannot be applied, or too many at once, must not hold up all the others. */
async function afterFailure(taken: readonly QueuedEvent[], error: unknown): Promise<void> {
  const [culprit] = taken;
  if (!culprit) throw error;
  if (taken.length > 1) {
    batchSize.failed(taken.length);
    if (!mayFewerSucceed(error)) throw error;
    return;
  }
  batchSize.applied(1);
  const isGivenUp = isItsOwnFault(error) || heldBack.failed(culprit.id, Date.now());
  if (!isGivenUp) throw error;
  await putAside(culprit, error);
}

async function putAside({ id }: QueuedEvent, error: unknown): Promise<void> {
  console.error(`events: ${id} could not be applied and is put aside: ${causeInWords(error)}`);
  const state = stateOf(error);
  const reason = state === null ? 'could not be applied' : `could not be applied (${state})`;
  await database().$transaction((tx) => quarantine(tx, id, reason));
  heldBack.applied([id]);
}

async function applyBatch(tx: Transaction, events: readonly QueuedEvent[]): Promise<void> {
  if (events.length === 0) return;
  await countByNode(tx, events);
  const touched = touchedBy(events);
  // Where the Management Node can be asked who is still there, nothing is inferred from a start (event-sink.md §5, I) unless it
  // does not answer (starts-without-answer.ts): a sink also begins anew when it is changed, while people talk.
  await writeSinkStarts(tx, touched.starts, !settings().management);

  const nodes = await applyConferenceNodes(tx, touched.conferences);
  const withOtherEnd = nodes.filter(({ isEndChanged }) => isEndChanged);
  // Media before legs: of a leg whose node seems to have restarted they tell that it is there.
  const withMedia = await applyMedia(tx, touched.media);
  const inLegs = await applyLegs(tx, touched.legs, legsTouched(null, withOtherEnd, withMedia));
  await writeMediaWindows(tx, events);

  await projectAndTell(tx, [...[...nodes, ...withMedia].map(({ mainName }) => mainName), ...inLegs]);
  if (events.some(({ envelope }) => isSinkStart(envelope))) await reconcileSoon(tx);
}
