import { projectConferences } from '@/lib/conferences/conference-store';
import { movedFrom } from '@/lib/conferences/ticket-holders-store';
import { settings } from '@/lib/config/env';
import { database, type Transaction } from '@/lib/db/client';
import { causeInWords, isAboutContent, isDatabaseUnreachable, isTimeout } from '@/lib/db/prisma-errors';
import { reconcileSoon } from '@/lib/jobs/reconcile-soon';
import type { ToldMeeting } from '@/lib/webhooks/happening';
import { commitWithoutWaiting, mayApply, quarantine, takeQueued, type QueuedEvent } from './apply-queue-store';
import { applyConferenceNodes } from './conference-node-store';
import { applyLegs } from './leg-store';
import { applyMedia, writeMediaWindows } from './media-store';
import { countByNode, writeSinkStarts } from './sink-start-store';
import { isSinkStart } from './sink-starts';
import { tellOfChanges } from './tell-of-changes';
import { legsTouched, touchedBy } from './touched-rows';

/** Events per transaction: a flood costs few, and a desk sees the first of a backlog before the last is read. */
const BATCH = 500;
const TRANSACTION = { maxWait: 3_000, timeout: 10_000 };

/**
 * Applies the oldest of the stored events to the rows that are computed from them. A batch is one transaction: rows, news to
 * the desks and news to others are there together, or the events stay in the queue.
 *
 * @returns 'busy' when another instance is at it, and may not have seen the newest
 * @throws whatever is no event's fault; the events are applied later
 */
export async function applyNext(most = BATCH): Promise<'done' | 'more' | 'busy'> {
  let taken: QueuedEvent[] = [];
  try {
    return await database().$transaction(async (tx) => {
      if (!(await mayApply(tx))) return 'busy';
      await commitWithoutWaiting(tx);
      const { events, isAll } = await takeQueued(tx, most);
      taken = events;
      await applyBatch(tx, events);
      return isAll ? 'done' : 'more';
    }, TRANSACTION);
  } catch (error) {
    const [culprit] = taken;
    const isFewersTurn = taken.length > 1 && (isTimeout(error) || !isDatabaseUnreachable(error));
    if (!culprit || (!isFewersTurn && !isItsOwnFault(error))) throw error;
    // One that cannot be applied, or too many at once, must not hold up all the others.
    if (!isFewersTurn) await putAside(culprit, error);
    else await applyNext(Math.ceil(taken.length / 4));
    return 'more';
  }
}

/**
 * A value that the database will never take, or a mistake of ours. Whatever else fails may succeed the next time; of a
 * connection that is lost, or stands still, pg says so without any code.
 */
function isItsOwnFault(error: unknown): boolean {
  if (isAboutContent(error)) return true;
  return !isDatabaseUnreachable(error) && !isTimeout(error) && !(error instanceof Error && 'code' in error);
}

async function putAside({ id }: QueuedEvent, error: unknown): Promise<void> {
  console.error(`events: ${id} could not be applied and is put aside: ${causeInWords(error)}`);
  await database().$transaction((tx) => quarantine(tx, id, 'could not be applied'));
}

async function applyBatch(tx: Transaction, events: readonly QueuedEvent[]): Promise<void> {
  if (events.length === 0) return;
  await countByNode(tx, events);
  // Where the Management Node can be asked who is still there, nothing is inferred from a start (event-sink.md §5, I): a sink
  // also begins anew when it is changed, while people talk.
  const touched = touchedBy(events, !settings().management);
  const { restarted } = touched;
  await writeSinkStarts(tx, touched.starts);

  const nodes = await applyConferenceNodes(tx, touched.conferences, restarted);
  const withOtherEnd = nodes.filter(({ isEndChanged }) => isEndChanged);
  // Media before legs: of a leg whose node seems to have restarted they tell that it is there.
  const withMedia = await applyMedia(tx, touched.media);
  const inLegs = await applyLegs(tx, touched.legs, legsTouched(restarted, withOtherEnd, withMedia));
  await writeMediaWindows(tx, events);

  const names = new Set([...[...nodes, ...withMedia].map(({ mainName }) => mainName), ...inLegs]);
  const meetings = await meetingsNamed(tx, [...names, ...(await movedFrom(tx, [...names]))]);
  await tellOfChanges(tx, await projectConferences(tx, [...meetings.keys()]), meetings);
  if (events.some(({ envelope }) => isSinkStart(envelope))) await reconcileSoon(tx);
}

/** Conferences that are not ours share the platform: rooms whose people are nobody's here, and whose names never end. */
async function meetingsNamed(tx: Transaction, names: string[]): Promise<Map<string, ToldMeeting>> {
  const select = { alias: true, serviceName: true, topic: true, validFrom: true, validUntil: true };
  const meetings = await tx.meeting.findMany({ where: { serviceName: { in: names } }, select });
  return new Map(meetings.map((meeting) => [meeting.serviceName, meeting]));
}
