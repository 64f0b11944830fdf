import { settings } from '@/lib/config/env';
import { database, type Transaction } from '@/lib/db/client';
import { causeInWords } from '@/lib/db/prisma-errors';
import { reconcileSoon } from '@/lib/jobs/reconcile-soon';
import { commitWithoutWaiting, mayApply, quarantine, takeQueued, type QueuedEvent } from './apply-queue-store';
import { applyConferenceNodes } from './conference-node-store';
import { applyLegs } from './leg-store';
import { applyMedia, writeMediaWindows } from './media-store';
import { projectAndTell } from './project-and-tell';
import { isAnyUnsettled, settleNext } from './settle-starts';
import { countByNode, writeSinkStarts } from './sink-start-store';
import { isSinkStart } from './sink-starts';
import { legsTouched, touchedBy } from './touched-rows';
import { isItsOwnFault, mayFewerSucceed } from './what-fails';

/** Events per transaction: a flood costs few, and a desk sees the first of a backlog before the last is read. */
const BATCH = 500;
const TRANSACTION = { maxWait: 3_000, timeout: 10_000 };

/**
 * Applies the oldest of the stored events to the rows that are computed from them, and then settles some of what a sink's start
 * may have ended. A batch is one transaction: rows, news to the desks and news to others are there together, or the events stay
 * in the queue.
 *
 * @returns 'busy' when another instance is at it, and may not have seen the newest
 * @throws whatever is no event's fault; the events are applied later
 */
export async function applyNext(): Promise<'done' | 'more' | 'busy'> {
  const outcome = await applyQueued(BATCH);
  return outcome === 'unsettled' ? settleNext() : outcome;
}

async function applyQueued(most: number): Promise<'done' | 'more' | 'busy' | 'unsettled'> {
  let taken: QueuedEvent[] = [];
  try {
    return await database().$transaction(async (tx) => {
      if (!(await mayApply(tx))) return 'busy';
      await commitWithoutWaiting(tx);
      const { events, isAll } = await takeQueued(tx, most);
      taken = events;
      await applyBatch(tx, events);
      if (await isAnyUnsettled(tx)) return 'unsettled';
      return isAll ? 'done' : 'more';
    }, TRANSACTION);
  } catch (error) {
    const [culprit] = taken;
    const isFewersTurn = taken.length > 1 && mayFewerSucceed(error);
    if (!culprit || (!isFewersTurn && !isItsOwnFault(error))) throw error;
    // One that cannot be applied, or too many at once, must not hold up all the others.
    if (!isFewersTurn) await putAside(culprit, error);
    else await applyQueued(Math.ceil(taken.length / 4));
    return 'more';
  }
}

async function putAside({ id }: QueuedEvent, error: unknown): Promise<void> {
  console.error(`events: ${id} could not be applied and is put aside: ${causeInWords(error)}`);
  await database().$transaction((tx) => quarantine(tx, id, 'could not be applied'));
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
