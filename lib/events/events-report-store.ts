import { database } from '@/lib/db/client';
import type { EventsReport, ReportingNode, UnreadableEvent } from './events-report';

const MOST_NODES = 200;
const MOST_UNREADABLE = 20;
const EXCERPT_LENGTH = 500;

/** Who reports to us, and what of it could not be read. What comparing came to is the reconciler's to add. */
export async function loadReported(): Promise<Pick<EventsReport, 'nodes' | 'waiting' | 'unreadable'>> {
  return {
    nodes: await loadNodes(),
    waiting: await database().eventToApply.count(),
    unreadable: await loadUnreadable(),
  };
}

async function loadNodes(): Promise<ReportingNode[]> {
  const rows = await database().sinkNode.findMany({
    orderBy: [{ lastReceivedAt: 'desc' }, { node: 'asc' }],
    take: MOST_NODES,
  });
  return rows.map(({ node, events, lastEventAt, lastReceivedAt }) => ({
    node,
    events: Number(events),
    lastEventAt: lastEventAt.toISOString(),
    lastReceivedAt: lastReceivedAt.toISOString(),
  }));
}

/** The newest first. Cut in the database: a body may be megabytes. */
async function loadUnreadable(): Promise<UnreadableEvent[]> {
  const rows = await database().$queryRaw<{ id: bigint; receivedAt: Date; reason: string; excerpt: string }[]>`
    select id, received_at as "receivedAt", unreadable_reason as reason,
           left(coalesce(envelope->>'body', envelope::text), ${EXCERPT_LENGTH}) as excerpt
    from sink_event where unreadable_reason is not null order by id desc limit ${MOST_UNREADABLE}`;
  return rows.map(({ id, receivedAt, ...row }) => ({ id: String(id), receivedAt: receivedAt.toISOString(), ...row }));
}
