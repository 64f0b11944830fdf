import { database, type Transaction } from '@/lib/db/client';
import { OBSERVATIONS } from './applied-events';
import type { QueuedEvent } from './apply-queue-store';
import { dateOf } from './event-order';
import type { SinkStart } from './sink-starts';

/** The newest starts of a node: earlier ones ended what came before them long ago. */
const MOST_STARTS = 1_000;

/** What was settled of a start that begins to tell: nothing yet (settle-starts.ts). */
const TELLS = { tells: true, settledTo: '' };

/**
 * Notes when sinks began, each once.
 *
 * @param tell whether ends are inferred from them as they are
 */
export async function writeSinkStarts(tx: Transaction, starts: readonly SinkStart[], tell: boolean): Promise<void> {
  if (starts.length === 0) return;
  const data = starts.map((start) => ({ ...start, ...(tell ? TELLS : { tells: false }) }));
  await tx.sinkStart.createMany({ data, skipDuplicates: true });
}

/**
 * Has ends inferred from the starts in between that told nothing so far, and returns how many those are. Nobody need be kept from
 * applying events meanwhile: what they write without knowing of it, they write before it is settled.
 */
export async function letStartsTell(after: Date | null, before: Date): Promise<number> {
  const at = { lt: before, ...(after && { gt: after }) };
  const { count } = await database().sinkStart.updateMany({ where: { tells: false, at }, data: TELLS });
  return count;
}

/** When the sinks of these nodes began, by node, as far as that tells. */
export async function readSinkStarts(tx: Transaction, nodes: readonly string[]): Promise<Map<string, Date[]>> {
  const starts = new Map<string, Date[]>();
  for (const node of new Set(nodes)) {
    const rows = await tx.sinkStart.findMany({
      where: { node, tells: true },
      orderBy: { at: 'desc' },
      take: MOST_STARTS,
    });
    starts.set(
      node,
      rows.map(({ at }) => at),
    );
  }
  return starts;
}

/** Counts what each node reported, for the desk. What we found out ourselves is no sign of the node's. */
export async function countByNode(tx: Transaction, events: readonly QueuedEvent[]): Promise<void> {
  const counts = new Map<string, { node: string; events: number; lastEventAt: Date; lastReceivedAt: Date }>();
  for (const { envelope, receivedAt } of events) {
    if (OBSERVATIONS.has(envelope.event)) continue;
    const at = dateOf(envelope.time);
    const known = counts.get(envelope.node);
    counts.set(envelope.node, {
      node: envelope.node,
      events: (known?.events ?? 0) + 1,
      lastEventAt: known && known.lastEventAt > at ? known.lastEventAt : at,
      lastReceivedAt: known && known.lastReceivedAt > receivedAt ? known.lastReceivedAt : receivedAt,
    });
  }
  if (counts.size === 0) return;
  await tx.$executeRaw`
    insert into sink_node (node, events, last_event_at, last_received_at)
    select node, events, last_event_at, last_received_at
    from jsonb_to_recordset(${JSON.stringify([...counts.values()])}::jsonb)
      as counted(node text, events bigint, "lastEventAt" timestamptz, "lastReceivedAt" timestamptz),
      lateral (select "lastEventAt" as last_event_at, "lastReceivedAt" as last_received_at) as renamed
    on conflict (node) do update set
      events = sink_node.events + excluded.events,
      last_event_at = greatest(sink_node.last_event_at, excluded.last_event_at),
      last_received_at = greatest(sink_node.last_received_at, excluded.last_received_at)`;
}
